/** Statements and expressions of the grammar of Python 3.8 to 3.12, one of each form at least. */
const FORMS = `
x
x; y;
x = 1
x = y = z = 1
x, y = 1, 2
x, *y = z
[x, *y] = z
(x), [y, (z, *w)] = v
x.y = z.w = 1
x[0], x[1:2] = y
x: int
x: int = 3
x.y: int = 3
x[0]: "a b" = 3
(x): int = 3
x: tuple[int, ...] = 1, *y
x += 1; x -= 1; x *= 2; x /= 2; x //= 2; x %= 2; x **= 2; x @= y; x &= 1; x |= 1; x ^= 1; x >>= 1; x <<= 1
x += yield_
del x
del x, y[0], z.w, (a, b), [c]
pass
assert x
assert x, "y"
import a
import a.b.c as d, e
from a import b
from a import b as c, d
from a import (b, c as d,)
from a import *
from . import a
from .. import a as b
from ... import a
from ....a.b import c
from __future__ import annotations
global x, y
raise
raise A
raise A("x") from None
return
return x
return x, *y
return (yield)
if x: y
if x:⏎  y⏎elif z:⏎  w⏎elif v: u⏎else:⏎  t
if x: pass; y
while x: break
while x:⏎  continue⏎else:⏎  y
for x in y: z
for x, y in z: w
for x, *y in z: w
for (x, y), z[0] in w: v
for x in 1, 2, *y: z
for x in y:⏎  z⏎else:⏎  w
try: x⏎except: y
try: x⏎except A: y
try: x⏎except A as e: y⏎except (B, C): z⏎else: w⏎finally: v
try: x⏎finally: y
try: x⏎except* A: y
try: x⏎except* (A, B) as e: y
with a: b
with a as b: c
with a as b, c as d: e
with a, b as c: d
with (a as b, c as d): e
with (a as b, c as d,): e
with (a, b): c
with (a, b) as c: d
with (a): b
with (yield): b
with a as (b, c): d
with a as b[0], c as d.e: f
with open(x) as f, \\⏎    open(y) as g: pass
def f(): pass
def f(x): return x
def f(x, y=1): return x
def f(x, /): return x
def f(x, /, y): return x
def f(x=1, /, y=2, *, z=3, **w): return x
def f(*, x): return x
def f(*args): return args
def f(*args, x, y=1, **kw): return x
def f(**kw): return kw
def f(x: int, *y: int, z: int = 3, **w: int) -> int: return x
def f(*args: *Ts): return args
def f(x,): return x
def f(x, *, y,): return x
def f() -> (yield_): pass
def f(x): yield
def f(x): yield x
def f(x): yield x, *y
def f(x): y = yield
def f(x): y = yield x
def f(x): y = z = yield x
def f(x): yield from x
def f(x): x += yield from x
def f(x): return (yield from x)
def f(x): print((yield))
def f(x): await_ = [(yield)]
def f(x):⏎  nonlocal_ = x⏎  def g():⏎    nonlocal nonlocal_⏎    nonlocal_ = 1⏎  return g
def f(x):⏎  "doc"⏎  return x
def f(x): ...
async def f(): await x
async def f():⏎  async for x in y: z⏎  else: w
async def f():⏎  async with a as b, c: d
async def f():⏎  async with (a as b, c as d): e
async def f(): return [x async for x in y if await z]
async def f(): return {x: await y async for x in z}
async def f(): yield x
async def f(): return (await x) ** await y
class A: pass
class A(): pass
class A(B, C): x = 1
class A(B, metaclass=C, **kw): pass
class A(*B): pass
class A:⏎  x: int⏎  def f(self): return super().f()
@a⏎def f(): pass
@a.b.c(1)⏎@d⏎class A: pass
@a[0].b⏎def f(): pass
@(lambda f: f)⏎def f(): pass
@x if y else z⏎def f(): pass
@(y := f)⏎def g(): pass
@a⏎async def f(): pass
match x:⏎  case 1: y
match x:⏎  case -1 | 1.5 | 1 + 2j | -3 - 1j: y
match x:⏎  case "a" "b" | b"c" | None | True | False: y
match x:⏎  case _: y
match x:⏎  case y: z
match x:⏎  case a.b.c: z
match x:⏎  case []: y
match x:⏎  case [1]: y⏎  case [1, *_]: z
match x:⏎  case 1, 2: y
match x:⏎  case 1,: y
match x:⏎  case *a, b: y
match x:⏎  case (1): y
match x:⏎  case (): y
match x:⏎  case (1, 2, *rest): y
match x:⏎  case {}: y
match x:⏎  case {"a": 1, **rest}: y
match x:⏎  case {a.b: 1, -1: c,}: y
match x:⏎  case A(): y
match x:⏎  case A(1, b=2, c=D()): y
match x:⏎  case a.B(1,): y
match x:⏎  case [1, 2] as y if z: w
match x:⏎  case (1 | 2) as y: w
match a, b:⏎  case c, d: e
match *a, b:⏎  case c: d
match (a):⏎  case c: d
match [a]:⏎  case [c]: d
match -x:⏎  case c: d
match {1: 2}:⏎  case c: d
match x := y:⏎  case c: d
match = case = 1; match, case
match(x); match[x]; match.x
match * x; match - x
print(match := 1)
_ = 1; type = 2; type(x)
x if y else z
x if y else z if w else v
x or y and not z
not not x
x < y <= z == w != v > u >= t
x in y; x not in y; x is y; x is not y
not x in y
x | y ^ z & w << 1 >> 2 + 3 - 4 * 5 / 6 // 7 % 8 @ 9
-x ** -y
+-~x
2 ** -1
x ** y ** z
(x := 1)
f(x := 1)
x[y := 1]
x[y := 1, z]
{x := 1, 2}
[y := 1, y ** 2]
[y for x in z if (y := x)]
while (x := y()): z
f()
f(x)
f(x,)
f(*x, y, *z)
f(x, *y, z=1, **w)
f(**x, y=1)
f(x for x in y)
f(x)(y)[z].w
f(a=lambda: 1)
f(*x or y)
f(**x or y)
f(a, b=c, *d, **e)
x.y.z
x[0]; x[-1]; x[y]
x[:]; x[1:]; x[:1]; x[1:2]; x[::2]; x[1:2:3]; x[::]
x[1, 2]; x[1:2, ...]; x[1,]
x[*y]
x[*y, 1]
x[1, *y, 2:3]
x[()]
x[lambda: 1]
x[(yield_)]
lambda: 1
lambda x: x
lambda x, y=1: x
lambda x, /: x
lambda x, /, y: x
lambda *x: x
lambda *, x: x
lambda *x, y, **z: x
lambda **x: x
lambda x=lambda y: y: x
lambda x,: x
lambda: (yield)
lambda x: lambda y: x if y else z
()
(1,)
1,
1, 2, *x
(*x, *y)
[]
[1, 2,]
[*x, 1]
{}
{1}
{1, 2,}
{*x, 1}
{1: 2}
{1: 2, **x, 3: 4,}
{x: y for x in z}
{**x}
{lambda: 1: 2}
{x if y else z: w}
[x for x in y]
[x for x in y if z if w]
[x for x in y for z in x]
[x for x, y in z]
[x for x, in y]
[x for *x, y in z]
{x for x in y}
(x for x in y)
[[x for x in y] for y in z]
[lambda: x for x in y]
[x if y else z for x in w if v or u]
[x for x in (y, z)]
0; 00; 000_0; 1_000; 0x_ff; 0XFF; 0o17; 0O1_7; 0b1_0; 0B1
1.; .1; 1.5; 1_0.0_1; 1e5; 1E+5; 1.e-5; .5e5; 1_0e1_0
1j; 1.j; .1J; 1e5j; 0j; 00j; 09.5; 09e1; 09j
1.if x else 2
1.0if x else 2
1 if x else.5
1or 2
0xfor x
1.5.real
1 .real
1..real
[1]if x else[2]
x if(y)else(z)
"a"if x else"b"
not(x)
'a' "b" '''c''' """d"""
r'\\d' R"\\d" u'a' U"a"
b'a' B"a" br'\\d' bR"\\d" rb'\\d' Rb'\\d'
'\\x41\\u0041\\N{BULLET}\\101\\⏎a'
'\\d \\q'
'a' \\⏎  'b'
f''
f'a'
f'{x}'
f'{x}a{y}'
f'{{}}'
f'{{{x}}}'
f'{x!r}{x!s}{x!a}'
f'{x:>10}'
f'{x:{y}}'
f'{x:{y}.{z}}'
f'{x!r:^{y}}'
f'{x=}{x = }{x=!r}{x=:.2f}'
f'{s:=^10}'
f'{(s:=10)}'
f'{s:%H:%M}'
f'{x,}{x, y}'
f'{*x,}'
f'{(lambda: 1)()}'
f'{x if y else z}'
f'{ {1: 2}[1] }'
f'{[x for x in y]}'
f'{x["a"]}'
f"{x['a']!r:>{w}}"
f'{f"{x}"}'
f'{x}' 'a{}' f"{y}"
fr'\\d{x}' rf'\\d{x}' Rf"{x}" fR"{x}"
F'{x}'
f'''a⏎{x⏎+ y}⏎b'''
f'{yield_}'
f'{x!r}' "b"
f'{x:{"a"}}'
f'{3.4:10}'
f'{x:\\n}'
f'\\N{BULLET}{x}'
f'{"a" "b"}'
f'{x != y}{x == y}'
f'{x:!r}'
...
x = ...
None; True; False
__debug__
é = 'λ'; 变量 = 1; ª = 2
x = (1 +⏎     2)
x = [⏎1,⏎⏎# c⏎2⏎]
x = {⏎'a'⏎:⏎1⏎}
x = 1 \\⏎    + 2
if x: # c⏎  # d⏎⏎  y # e⏎# f
# only
x # c
if x:⏎⇥y
if x:⏎⇥y⏎⇥if z:⏎⇥⇥w
if x:⏎        y⏎if z:⏎ w
class A:⏎⏎    x = 1⏎⏎⏎    y = 2
def f():⏎    return 1⏎    # c
␌x = 1
x = 1⏎␌⏎y = 2
if x:⏎    y⏎␌    z
def f():⏎␌⏎    return 1
if x:⏎  y⏎␌⏎␌def f(): pass
x =␌1
x = 1␍⏎y = 2␍⏎
if x:␍⏎  y␍⏎  z
x = '''a␍⏎b'''
x = 1⏎   ⏎⇥⏎  # c⏎y = 2
x = (⏎# c⏎)
# -*- coding: latin-1 -*-⏎x = 'é'
# coding: nonsense
#!/usr/bin/python⏎x = 1
exec("x"); print("x")
print >> x
async def f():⏎  [x async for x in y]⏎  {x async for x in y}⏎  (x async for x in y)
def f(a, b, /, c, d=1, *e, f, g=2, **h): pass
x = yield_ if y else z
x = *y, z
for x in *y, z: w
a < b < c is not d not in e
x = not y == z
if (x := y) is not None: z
return_ = lambda *args, **kw: (args, kw)
def f[T](x: T) -> T: return x
def f[T: int, *Ts, **P](x: T): return x
def f[T: (int, str)](x: T): return x
class A[T]: pass
class A[T, *Ts](B[T]): pass
type X = int
type X[T] = list[T]
type X[*Ts, **P] = Callable[P, tuple[*Ts]]
f'{'a'}'
f'{x['a']}'
f'{', '.join(x)}'
f'{x # c⏎}'
f"{f"{f"{1}"}"}"
f'{"\\n".join(x)}'
except_ = 1
def f(x):⏎  if x:⏎    return 1⏎  return 2
def f(x):⏎  for i in range(3):⏎    if i: break⏎  else:⏎    return 2⏎  return 3
try:⏎  import numpy as np⏎except ImportError:⏎  np = None
def f(x): return {**{'a': 1}, 'b': x}['b'] if x else [*range(3)][-1]
f = lambda x: (y := x + 1) * y
x = 0x7fff_ffff_ffff_ffff_ffff
x = 1if 1else 2
if 1:pass
while 0:pass
[x]=[1];(y)=(2)
x = {'a':1}['a'];y=x
`;

/** What no Python of those versions takes. */
const FAULTS = `
print 'one'
exec 'one'
3 = x
f(x) = 3
x + 1 = 2
(x, 1) = y
None = 1
x = 007
x = 0xg
x = 1__0
x = 1_
x = 0b2
x = 'open
x = '''open
x = (1
x = 1)
x = [1)
def f(x:⏎  return x
def f(x) return x
def f(x):
def f(x):⏎return x
def f(x=1, y): pass
def f(x, x=1, y): pass
def f(*): pass
def f(**k, x): pass
def f(/, x): pass
def f(x, /, y, /): pass
lambda x=1, y: x
if x:⏎    y⏎  z
if x:⏎  y⏎    z
  x = 1
if x⏎  y
else: x
if x:⏎⇥y⏎        z
try: x
try:⏎  x⏎y
try: x⏎except A: y⏎except* B: z
for x in: y
for 1 in y: z
with a as 1: b
with: x
class A(: pass
class: pass
import
import a as
from a import
from a import b,
from a import (b
from import a
raise from x
del
del f()
assert
x =
x := 1
= 1
x ==
1 +
x y
x..y
x.1
x[
x[1:2:3:4]
f(x=1, y)
f(**x, *y)
f(x for x in y, 1)
f(1=2)
f(a.b=1)
{1: 2, 3}
{1, 2: 3}
{**x for x in y}
[*x for x in y]
[x for x]
[x for x in]
[for x in y]
lambda
lambda x
not
x not y
x is is y
a if b
a if b else
x <> y
x!
x?
$x
x ++
x--
x++
x && y
x || y
!x
return = 1
def = 1
class = 1
lambda = 1
async x
await
f'{'
f'{x'
f'}'
f'{}'
f'{x!}'
f'{x!z}'
f'{x:{y}'
f'{a b}'
f'{lambda x}'
f'{*}'
'\\N{no such name at all}'
'\\x4'
b'é'
'a' b'b'
@⏎def f(): pass
@a
match x:
match x:⏎  y
match x:⏎  case 1⏎    y
match x:⏎  case x + 1: y
match x:⏎  case {**rest, 'a': 1}: y
match x:⏎  case f() + 1: y
The function doubles its input.
Let's see
f(x) = 2x + 1
function f(x) { return x; }
const f = (x) => x;
# a⏎def f(x) = x
if (x) { y }
for (i = 0; i < 3; i++) { x }
x = 1;; y
; x
x,, y
(,)
[,]
{,}
\`x\`
\`\`\`python
x = y␀z
x = '𝒳'𝒳 y
x = “a”
x − 1
x = 1 if y else
while True print(x)
global
nonlocal
pass x
break x
from . import
import .a
x: int: str
(x, y): int
x += y += z
x, y += 1
`;

function snippetsIn(lines: string): readonly string[] {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) =>
      line
        .replaceAll("⏎", "\n")
        .replaceAll("⇥", "\t")
        .replaceAll("␌", "\f")
        .replaceAll("␍", "\r")
        .replaceAll("␀", "\0"),
    );
}

/** Snippets that some version of Python takes. */
export const forms: readonly string[] = snippetsIn(FORMS);

/** Snippets that no version of Python takes. */
export const faults: readonly string[] = snippetsIn(FAULTS);
