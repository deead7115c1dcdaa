/** Everyday words in lower case; together they hold every letter of the alphabet several times. */
export const words: readonly string[] = `
  a an the and or but of to in on at by for with from my your our is are was has had will adjust
  amaze anchor apple april azure bakery basket bicycle biology blue bottle box bridge bubble
  budget butter button cabin camera candle carpet castle cherry circle city cloud coffee copper
  cotton crazy cricket dance daily dinner dizzy dragon dream eager eagle early echo eight elbow
  engine equal evening exam expert extra fabric family farmer fifty finger fixed flag flower
  forest fox frozen funny galaxy garden giant glass global grape green guitar hammer happy harvest
  hello hidden holiday honey hotel hundred icon idea igloo image index insect island ivory jacket
  jaguar jazz jelly jewel journey judge juice jump jungle kayak kettle key kitchen kiwi koala
  ladder lamp lazy lemon level library light lizard lucky magic major maple market maximum melody
  million mirror model money monkey morning museum mystery napkin needle nephew night noon north
  novel number oak object ocean office olive onion open orange oxygen oyster paper parrot pencil
  pepper piano picnic pizza plaza pocket puzzle quarter queen question quick quiet quilt quiz
  quote rabbit rainbow random recipe river robot rocket saddle school season secret seven silver
  simple six sixty sleepy summer sunny system table taxi teacher temple text thunder ticket tiger
  tomato topaz turquoise twelve umbrella unique upper user valley value vanilla velvet village
  violin visit vivid voyage waffle walnut water wave waxy weather window winter wizard world xerox
  xylophone yacht year yellow yoga young zebra zero zigzag zipper zone zoo
`
  .trim()
  .split(/\s+/u);

/** Words and names that people write with more than the letters of ASCII. */
export const foreignWords: readonly string[] = `
  naïve café Zürich Straße señor crème Łódź Ærø Ωmega Привет мир İzmir 東京 こんにちは
  x² ½cup №7 50€ “quoted” it’s piñata façade Ελλάδα smörgås tea☕ ok👍 e\u0301clair
`
  .trim()
  .split(/\s+/u);
