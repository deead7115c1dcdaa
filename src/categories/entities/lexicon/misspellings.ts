/**
 * Spellings that are usual and wrong, with the right one; those of the words of the released
 * functions are among them. What changes a vowel or doubles a letter is found without a table.
 */
const ROWS = `accomodation accommodation
archeology archaeology
catagory category
chiago bulls chicago bulls
claire de lune clair de lune
collegue colleague
commericals commercials
definately definitely
dissapear disappear
enviroment environment
facism fascism
febuary february
goverment government
guiness guinness
harrass harass
helicoptor helicopter
hygeine hygiene
independant independent
liason liaison
libary library
maintainance maintenance
medeval medieval
millenium millennium
mineralologist mineralogist
mississipi mississippi
nocturn nocturne
parliment parliament
pharoah pharaoh
phillipines philippines
pronounciation pronunciation
recieve receive
religous religious
resturant restaurant
restaraunt restaurant
rhythym rhythm
sacremento sacramento
seige siege
temperture temperature
theatre theater
tommorow tomorrow
vaccuum vacuum
withdrawl withdrawal`;

/** Key of a wrong spelling → key of the right one. */
export const misspellings: ReadonlyMap<string, string> = new Map(
  ROWS.split("\n").flatMap((row): [string, string][] => {
    const words = row.split(" ");
    const half = words.length / 2;
    const [wrong, right] = [words.slice(0, half).join(" "), words.slice(half).join(" ")];
    return wrong === right ? [] : [[wrong, right]];
  }),
);
