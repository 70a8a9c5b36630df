namespace Serverless.StepFunctions.Local.Tests.Jsonata;

/// <summary>Expressions written by hand, one a line, by what they are about. All are evaluated on <see cref="Input"/>.</summary>
internal static class JsonataTable
{
    public const string Input = """
        {
          "orders": [
            { "id": "A1", "status": "open", "total": 25.5, "tags": ["x", "y"], "customer": { "name": "Zoë", "vip": true },
              "lines": [{ "sku": "s1", "n": 2, "price": 5 }, { "sku": "s2", "n": 1, "price": 15.5 }] },
            { "id": "B2", "status": "closed", "total": 10, "tags": [], "customer": { "name": "Ann", "vip": false },
              "lines": [{ "sku": "s1", "n": 2, "price": 5 }] },
            { "id": "C3", "status": "open", "total": 0, "tags": ["z"], "customer": null, "lines": [] }
          ],
          "one": [{ "k": "only", "v": [1] }],
          "nested": [[1, 2], [3, [4, 5]], []],
          "empty": {}, "none": [], "nil": null, "yes": true, "no": false, "zero": 0, "text": "Hello World", "blank": "",
          "big": 123456789012345680, "small": 0.000001234, "negative": -7.5,
          "weird name": 1, "and": 2, "in": 3, "10": "ten", "2": "two",
          "unicode": "aé😀b", "multi": "line one\nline two\n", "csv": "a,b;c , d",
          "people": [{ "n": "Bob", "a": 30 }, { "n": "Al", "a": 25 }, { "n": "Cy" }, { "n": "Di", "a": 30 }],
          "tree": { "v": 1, "c": [{ "v": 2, "c": [{ "v": 3 }] }, { "v": 4 }] }
        }
        """;

    public const string Literals = """"
        1
        1.50
        -0
        -1e3
        1E-7
        123456789.123456789
        "a\"b\\c\/d\b\f\n\r\t\u00e9"
        'it is'
        "it's"
        true
        false
        null
        []
        {}
        [1, "a", null, true, [2], {"x": 1}]
        [[]]
        [[1]]
        [1, [2, [3, []]]]
        [nothing, 1, nothing]
        {"a": nothing, "b": null}
        {"b": 1, "a": 2, "10": 3, "9": 4}
        {"a": 1, "a": 2}
        {1: 2}
        {"x" & "y": 1 + 1}
        {nothing: 1}
        {null: 1}
        /* comment */ 1 /* another */
        1 /* open
        /ab/
        'abc
        "\x"
        "\u12"
        1e999
        `open
        """";

    public const string Paths = """"
        orders
        orders.id
        orders.lines.sku
        orders.tags
        orders.customer.name
        orders[0]
        orders[-1].id
        orders[0].id
        orders[5]
        orders[1.9].id
        orders[-1.5].id
        orders.lines[0].sku
        orders.lines[0]
        (orders.lines)[0]
        orders.(lines[0])
        orders[[0, 2]].id
        orders[[2, 0]].id
        orders[[0, 0]].id
        orders[[0, "a"]].id
        orders[[]].id
        orders["x"].id
        orders[""].id
        orders[nothing].id
        orders[{}].id
        orders[status = "open"].id
        orders[status = "open" and total > 0].id
        orders[status = "nope"].id
        orders[status = "closed"].id
        orders[customer.vip].id
        orders[tags].id
        orders[total].id
        orders[lines[n = 2]].id
        orders[$count(lines) = 1].id
        orders[0][0].id
        orders[status = "open"][1].id
        orders[].id
        orders[0][].id
        orders[0].id[]
        orders.tags[]
        orders[id = "A1"].total[]
        one
        one.k
        one[].k
        one.k[]
        one.v
        one.v[]
        one[0].v
        nested
        nested[0]
        nested[1]
        nested.$
        nested.$.$
        nested[1][1]
        nested.($)
        nested.($[0])
        none
        none.x
        none[0]
        none[]
        empty
        empty.x
        empty.x[]
        nil
        nil.x
        nil[0]
        nothing
        nothing.x.y
        nothing[0]
        nothing[]
        text.x
        text[0]
        text[1]
        zero.x
        `weird name`
        "weird name"
        'weird name'
        and
        in
        and + in
        `10`
        "2"
        $
        $.text
        $$.text
        $$
        $.orders[0].$.id
        orders.$$.text
        orders.$.id
        orders.lines.($$.zero)
        *
        *.id
        orders.*
        orders.*.name
        orders[0].*
        orders.lines.*
        empty.*
        none.*
        one.*
        nested.*
        text.*
        *[0]
        **
        **.sku
        **[sku = "s1"].n
        tree.**.v
        tree.**
        none.**
        nothing.**
        orders.lines.{"s": sku, "t": n * price}
        orders.{"id": id, "skus": lines.sku}
        orders.{id: total}
        orders.[id, total]
        orders.[id]
        orders.[lines.sku]
        orders.[id].$
        orders.tags.[$]
        [orders.id]
        [orders.id, orders.total]
        [orders].id
        [orders[0]].id
        [1, 2, 3].$
        [1, 2, 3].($ * 2)
        [[1, 2], [3]].$
        [{"a": 1}].a
        [{"a": 1}][0].a
        [{"a": 1}, {"a": 2}].a
        {"a": 1}.a
        {"a": [1]}.a
        {"a": [[1]]}.a
        {"a": []}.a
        {"a": [{"b": 1}]}.a.b
        [].a
        [[]].a
        [[], [1]].$
        (orders).id
        (orders.id)
        (orders; text)
        ()
        (;)
        (1;)
        "a".b
        orders."id"
        orders.'id'
        orders.`id`
        orders.1
        orders.null
        1.a
        true.a
        $string.a
        orders.id.$uppercase($)
        orders.id.$lowercase()
        orders.lines.(n * price)
        orders.(lines.n)
        orders.(id; total)
        orders.lines.sku[0]
        orders.lines[price > 5].sku
        orders.lines[$.price > 5].$.sku
        orders[lines.price > 5]
        orders[lines.price = 5].id
        people[a > 26].n
        people[$not($exists(a))].n
        """";

    public const string Joins = """"
        orders.lines.%.id
        orders.lines.{"sku": sku, "order": %.id}
        orders.lines[%.status = "open"].sku
        orders.lines.sku.%.%.id
        orders.lines.sku.%.n
        orders.lines.(sku & %.id)
        orders.lines.(%.id)
        orders.customer.%.lines.sku
        orders[0].lines.%.%.text
        orders.lines[0].%.id
        orders.lines.[%.id, sku]
        orders.*.%.id
        tree.c.c.v.%.%.%.v
        orders@$o.lines.sku
        orders@$o.lines@$l.{"o": $o.id, "s": $l.sku}
        orders@$o.$$.people@$p.{"o": $o.id, "p": $p.n}
        orders@$o.($$.people)@$p[$p.a = 30].{"o": $o.id, "p": $p.n}
        people@$p.orders@$o[$o.total > $p.a].{"p": $p.n, "o": $o.id}
        (people@$p.$$.orders@$o[$o.total > 9].{"p": $p.n, "o": $o.id})[0]
        orders#$i.{"i": $i, "id": id}
        orders#$i[$i = 1].id
        orders[status = "open"]#$i.{"i": $i, "id": id}
        orders#$i[status = "open"].{"i": $i, "id": id}
        orders.lines#$i.{"i": $i, "sku": sku}
        orders#$i.lines#$j.{"i": $i, "j": $j}
        orders#$i.lines.{"i": $i, "sku": sku}
        (orders.lines)#$i.{"i": $i, "sku": sku}
        orders.lines[0]#$i.{"i": $i, "sku": sku}
        orders#$i
        orders#$i.id
        orders@$o.lines#$i.{"o": $o.id, "i": $i}
        orders^(total)#$i.{"i": $i, "id": id}
        orders#$i^(total).{"i": $i, "id": id}
        orders#$i{id: $i}
        orders@$o.($o.lines)@$l{$l.sku: $o.id}
        orders@$o.($o.lines)@$l{$l.sku: $sum($l.price)}
        orders.lines.{"a": %.id}[a = "B2"]
        $.orders.lines.%.id
        people#$i[a = 30].{"n": n, "i": $i}
        [1, 2, 3]#$i.($ * $i)
        [4, 5]#$i.[$i, $]
        nothing#$i.x
        nothing@$x.y
        nothing.%.x
        orders.lines.%[status = "open"].id
        orders.lines.%.%.yes
        orders.lines.%.%.%.yes
        %
        %.x
        orders.%
        orders[0]@$o.id
        orders@x
        orders#1
        orders^(id)@$o.x
        """";

    public const string GroupsAndOrders = """"
        orders{id: total}
        orders{status: total}
        orders{status: $sum(total)}
        orders{status: $count(id)}
        orders{status: {"ids": id, "n": $count($)}}
        orders{status: id}.open
        orders{"all": id}
        orders{id: total, status: id}
        orders{"x": id, "x": total}
        orders.lines{sku: price}
        orders.lines{sku: $}
        orders.lines{sku: $average(price)}
        none{"x": 1}
        nothing{"x": 1}
        orders{total: id}
        orders{nothing: id}
        orders{customer.name: id}
        orders[status = "open"]{id: total}
        (orders){id: total}
        [1, 2, 3]{$string($): $}
        {"a": 1}{"b": a}
        text{"t": $}
        orders.{id: total}.A1
        orders{id: total}[0]
        orders{id: total}{"x": 1}
        orders^(total).id
        orders^(>total).id
        orders^(<total).id
        orders^(status, >total).id
        orders^(>status, total).id
        orders^(customer.name).id
        orders^(nothing).id
        orders^(yes).id
        orders^(tags).id
        orders.lines^(price).sku
        orders.lines^(price, sku).{"s": sku, "p": price}
        orders.lines^(>n, price)[0].sku
        people^(a).n
        people^(>a).n
        people^(>a, n).n
        people^(a, >n).n
        [3, 1, 2]^($)
        [3, 1, 2]^(>$)
        ["b", "a", "C"]^($)
        [1, "a"]^($)
        [1]^($)
        []^($)
        [true, false]^($)
        nothing^(x)
        orders^(total)[0].id
        orders^(total)[-1].id
        (orders^(total))[0].id
        orders^(total)[].id
        one^(k)
        one^(k)[]
        orders[status = "open"]^(>total).id
        orders^($count(lines)).id
        nested^($count($))
        """";

    public const string Operators = """"
        1 + 2 * 3 - 4 / 5
        7 % 3
        -7 % 3
        7.5 % 2
        2 + nothing
        nothing * 2
        nothing + nothing
        "a" + 1
        1 + "a"
        1 + null
        [1] + 1
        true + 1
        1 / 0
        1 / 0 + 1
        0 / 0
        0 / 0 + 1
        1 / 0 = 1 / 0
        0 / 0 = 0 / 0
        1e308 * 10
        1e308 * 10 * 10
        0.1 + 0.2
        0.1 + 0.2 = 0.3
        -zero
        -text
        -nothing
        --1
        - (1 + 2)
        -orders.total
        1 = 1
        1 = "1"
        "a" = "a"
        null = null
        nothing = nothing
        nothing != 1
        nothing = null
        1 != 2
        [1, 2] = [1, 2]
        [1, 2] = [2, 1]
        {"a": 1, "b": 2} = {"b": 2, "a": 1}
        {"a": 1} = {"a": 2}
        {"a": 1} != {"a": 2}
        [] = []
        {} = {}
        [] = {}
        $sum = $sum
        1 < 2
        "a" < "b"
        "a" < "B"
        "a" < 1
        1 < "a"
        null < 1
        1 < null
        true < false
        [1] < 2
        nothing < 1
        1 < nothing
        nothing < null
        1 <= 1
        1 >= 1
        2 > 1
        "b" >= "a"
        "a" & "b"
        "a" & 1
        1 & 2
        "a" & nothing
        nothing & nothing
        null & true
        [1, 2] & {"a": 1}
        $sum & "x"
        0.1 & ""
        1e21 & ""
        1/3 & ""
        big & ""
        small & ""
        true and false
        true and 1
        "" and true
        nothing and true
        false or 0
        false or "x"
        nothing or nothing
        false and $error("x")
        true or $error("x")
        true and $error("x")
        1 in [1, 2]
        3 in [1, 2]
        1 in 1
        "a" in "abc"
        nothing in [1]
        1 in nothing
        [1] in [[1]]
        {} in [{}]
        null in [null]
        true in [false, true]
        "x" in orders.tags
        1 in []
        true ? "a" : "b"
        false ? "a"
        false ? "a" : false ? "b" : "c"
        nothing ? 1 : 2
        [] ? 1 : 2
        [0] ? 1 : 2
        [0, 0] ? 1 : 2
        [0, 1] ? 1 : 2
        [[]] ? 1 : 2
        [nil] ? 1 : 2
        {} ? 1 : 2
        empty ? 1 : 2
        {"a": 0} ? 1 : 2
        "0" ? 1 : 2
        $sum ? 1 : 2
        1 / 0 ? 1 : 2
        0 / 0 ? 1 : 2
        [1..3]
        [3..1]
        [1..1]
        [-1..1]
        [1..2, 5..6]
        [1..nothing]
        [nothing..3]
        [1.5..3]
        [1..2.5]
        ["a"..3]
        [1.."b"]
        [0..20000000]
        [1..3].$
        [1..3].($ * $)
        [1..1].$
        [1..5][$ % 2 = 0]
        [1..3][1]
        ($x := [1..1]; $x)
        $count([1..100])
        1 + 2 & "x"
        1 < 2 and 2 < 3
        1 = 1 = true
        2 * 3 = 6 ? "y" : "n"
        """";

    public const string Functions = """"
        ($x := 1; $x + 1)
        ($x := 1; ($x := 2; $x); $x)
        ($x := $y := 3; $x + $y)
        $x := 5
        ($x := nothing; $exists($x))
        $undefined
        $undefined.a
        function($a){ $a + 1 }(2)
        (function($a, $b){ [$a, $b] })(1)
        (function($a){ $a })(1, 2)
        ($f := function($n){ $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))
        ($even := function($n){ $n = 0 ? true : $odd($n - 1) }; $odd := function($n){ $n = 0 ? false : $even($n - 1) }; $even(1001))
        ($f := function($n, $a){ $n = 0 ? $a : $f($n - 1, $a + $n) }; $f(20000, 0))
        ($add := function($a){ function($b){ $a + $b } }; $add(1)(2))
        ($f := λ($x){ $x * 2 }; $f(4))
        function($x){ $ }(1)
        orders.(function($x){ id & $x }("!"))
        function(){ 1 }()
        function($a)<n:n>{ $a }("x")
        function($a)<n:n>{ $a }(1)
        function($a)<n-:n>{ $a }()
        zero.(function($a)<n-:n>{ $a }())
        text.(function($a)<n-:n>{ $a }())
        function($a, $b)<nn?:n>{ $b }(1)
        function($a)<a<n>:n>{ $sum($a) }(5)
        function($a)<a<n>:n>{ $sum($a) }("5")
        function($a)<a<n>:n>{ $sum($a) }([1, "x"])
        function($a)<a:a>{ $a }(5)
        function($a)<(sn):x>{ $a }(true)
        function($a)<(sn):x>{ $a }(1)
        function($a)<f:x>{ $a(2) }(function($z){ $z * 2 })
        function($a)<f:x>{ 1 }(2)
        function($a)<o:x>{ $a.x }({"x": 1})
        function($a)<o:x>{ 1 }([])
        function($a)<l:x>{ "null" }(null)
        function($a)<b:x>{ $a }(true)
        function($a)<x:x>{ $a }(nothing)
        function($a, $b)<s+:x>{ $b }("a", "b")
        function($a, $b)<s+:x>{ $b }("a", 1)
        function($a)<n<n>:n>{ $a }
        ($f := $substring(?, 0, 2); $f("hello"))
        ($f := $substring(?, ?, 2); $f("hello", 1))
        ($f := function($a, $b){ $a - $b }; $g := $f(?, 1); $h := $f(10, ?); [$g(5), $h(5)])
        $nope(?)
        $nope()
        nope(1)
        sum([1])
        sum(?)
        uppercase("x")
        1(2)
        "a"("b")
        text(1)
        "hello" ~> $uppercase
        "hello" ~> $substring(1) ~> $uppercase()
        "hello" ~> $substring(1, 2)
        nothing ~> $uppercase
        nothing ~> $count
        nothing ~> $count()
        [1, 2, 3] ~> $sum
        [1, 2, 3] ~> $map(function($v){ $v * 2 }) ~> $sum()
        1 ~> 2
        1 ~> nothing
        ($f := $uppercase ~> $substringBefore(?, "L"); $f("hello"))
        ($f := $trim ~> $uppercase; $f("  hi "))
        ($twice := function($f){ function($x){ $x ~> $f ~> $f } }; $twice($uppercase)("a"))
        orders ~> $count
        orders.id ~> $join("-")
        $map([1, 2, 3], function($v, $i, $a){ $v + $i + $count($a) })
        $map([1, 2], $string)
        $map(["a", "b"], $uppercase)
        $map([1, 2], function(){ 5 })
        $map([1], function($v){ $v })
        $map(1, function($v){ $v })
        $map([], function($v){ $v })
        $map(nothing, function($v){ $v })
        $map([1, 2, 3], function($v){ $v = 2 ? nothing : $v })
        $map([1, 2], function($v){ [$v, $v] })
        $map([[1, 2], [3]], function($v){ $sum($v) })
        $map([1, 2], function($v){ [] })
        $map([1], function($v){ [$v] })
        $map([1, 2], 3)
        $map([1, 2])
        $map(["1", "2"], $number)
        $map(["a"], $pad)
        $map(["ab", "cd"], $length)
        $map(orders, function($o){ $o.id })
        $filter([1, 2, 3, 4], function($v){ $v % 2 = 0 })
        $filter([1, 2, 3], function($v, $i){ $i > 0 })
        $filter([1, 2, 3], function($v, $i, $a){ $v = $max($a) })
        $filter([1], function($v){ $v = 2 })
        $filter(nothing, function($v){ true })
        $filter(orders, function($o){ $o.total > 5 }).id
        $single([1, 2, 3], function($v){ $v = 2 })
        $single([1, 2, 3], function($v){ $v > 1 })
        $single([1, 2, 3], function($v){ $v > 5 })
        $single([1])
        $single([])
        $single([1, 2])
        $single(nothing)
        $reduce([1, 2, 3], function($a, $v){ $a + $v })
        $reduce([1, 2, 3], function($a, $v){ $a + $v }, 10)
        $reduce([1, 2, 3], function($a, $v, $i){ $a + $v * $i })
        $reduce([1, 2, 3], function($a, $v, $i, $l){ $a + $v * $count($l) })
        $reduce([], function($a, $v){ $a + $v })
        $reduce([], function($a, $v){ $a + $v }, 5)
        $reduce([1], function($a, $v){ 99 })
        $reduce(nothing, function($a, $v){ 1 })
        $reduce([1, 2], function($a){ $a })
        $reduce([1, 2], $append)
        $sift({"a": 1, "b": 2}, function($v){ $v > 1 })
        $sift({"a": 1, "b": 2}, function($v, $k){ $k = "a" })
        $sift({"a": 1}, function($v){ false })
        orders[0].$sift(function($v, $k){ $k = "id" })
        $each({"a": 1, "b": 2}, function($v, $k){ $k & $v })
        $each({"a": 1}, function($v){ $v })
        $each({}, function($v){ $v })
        orders[0].customer.$each(function($v, $k){ $k })
        $sort([3, 1, 2])
        $sort(["b", "a", "C"])
        $sort([3, "a"])
        $sort([{"a": 2}, {"a": 1}], function($l, $r){ $l.a > $r.a })
        $sort([{"a": 2}, {"a": 1}])
        $sort(1)
        $sort([])
        $sort(nothing)
        $sort(orders, function($a, $b){ $a.total > $b.total }).id
        $sort([1, 10, 2])
        $sort([true, false])
        ($ ~> |orders|{"total": total * 2}|).orders.total
        ($ ~> |orders[status = "open"]|{"done": true}, "lines"|).orders.{"i": id, "d": done, "l": $exists(lines)}
        ($ ~> |orders|{}, ["lines", "tags"]|).orders[0] ~> $keys()
        $ ~> |orders.lines|{"t": n * price}| ~> $lookup("orders") ~> $lookup("lines")
        {"a": 1} ~> |$|{"b": a}|
        {"a": {"b": 1}} ~> |**|{"x": 1}|
        {"a": {"b": {}}} ~> |**|{"x": 1}|
        {"a": [1, [{"b": 2}]]} ~> |a|{"x": 1}|
        [$sum] ? 1 : 2
        /a/ ? 1 : 2
        $uppercase(?) ? 1 : 2
        $filter([1], function($x){ $sum })
        $boolean([$sum])
        {"a": 1} ~> |nothing|{"b": 2}|
        {"a": 1} ~> |$|5|
        {"a": 1} ~> |$|{}, 5|
        {"a": 1} ~> |$|{}, "a"|
        nothing ~> |$|{"b": 2}|
        5 ~> |$|{"b": 2}|
        [{"a": 1}, {"a": 2}] ~> |$|{"b": a}|
        $error("boom")
        $error()
        $error(5)
        $assert(true, "x")
        $assert(false, "boom")
        $assert(1 = 2)
        $assert("x")
        """";

    public const string Strings = """"
        $string(5)
        $string(5.50)
        $string(1e21)
        $string(1e-7)
        $string(0.000001)
        $string(123456789012345680)
        $string(0.1 + 0.2)
        $string(1/3)
        $string(100/3)
        $string(-0)
        $string("a")
        $string(true)
        $string(null)
        $string(nothing)
        $string([1, "a", null, true, {"b": [1/3]}])
        $string({"a": "q\"\\\n\t\u0001é"})
        $string({"a": nothing})
        $string([nothing])
        $string($sum)
        $string({"f": $sum, "g": function(){1}})
        $string([$sum])
        $string(1/0)
        $string([1/0])
        $string({"a": [1, {"b": 2}], "c": {}, "d": []}, true)
        $string([], true)
        $string({}, true)
        $string("x", true)
        $string(5, 5)
        $string()
        text.$string()
        zero.$string()
        orders[0].customer.$string()
        $length("hello")
        $length("")
        $length(unicode)
        $length(nothing)
        $length(5)
        $length()
        text.$length()
        $substring("hello", 1)
        $substring("hello", 1, 2)
        $substring("hello", -2)
        $substring("hello", -10)
        $substring("hello", -10, 3)
        $substring("hello", -3, 2)
        $substring("hello", 10)
        $substring("hello", 1, 0)
        $substring("hello", 1, -1)
        $substring("hello", 1.7, 1.7)
        $substring("hello", -2.5)
        $substring(unicode, 1, 2)
        $substring(unicode, -1)
        $substring(nothing, 1)
        $substring("hello")
        text.$substring(6)
        text.$substring(0, 5)
        $substring(5, 1)
        $substringBefore("hello", "l")
        $substringBefore("hello", "x")
        $substringBefore("hello", "")
        $substringAfter("hello", "l")
        $substringAfter("hello", "x")
        $substringAfter("hello", "")
        $substringBefore(nothing, "x")
        text.$substringBefore(" ")
        text.$substringAfter(" ")
        $uppercase("héllo straße")
        $lowercase("HÉLLO")
        $uppercase(5)
        $uppercase(nothing)
        text.$uppercase()
        $trim("  a   b \n\t c ")
        $trim("")
        $trim("   ")
        $trim(nothing)
        $pad("a", 5)
        $pad("a", -5)
        $pad("a", 5, "xy")
        $pad("a", -6, "xyz")
        $pad("abc", 2)
        $pad("a", 5, "")
        $pad(unicode, 6, "😀é")
        $pad("a", 2.5)
        $pad(nothing, 5)
        $pad("a", 0)
        $contains("hello", "ell")
        $contains("hello", "")
        $contains("hello", /l+/)
        $contains("hello", /L+/)
        $contains("hello", /L+/i)
        $contains("hello", /x*/)
        $contains(nothing, "a")
        text.$contains("World")
        $contains("a", 5)
        $split("a,b,c", ",")
        $split("a,b,c", ",", 2)
        $split("a,b,c", ",", 0)
        $split("a,b,c", ",", -1)
        $split("a,b,c", ",", 1.5)
        $split("abc", "")
        $split("", ",")
        $split("abc", "x")
        $split(csv, /[,;] */)
        $split(csv, /\s*[,;]\s*/, 2)
        $split("a1b22c", /\d+/)
        $split("a1b22c", /\d+/, 0)
        $split("a1b22c", /(\d)/)
        $split("abc", /x*/)
        $split(nothing, ",")
        $split("a b")
        text.$split(" ")
        $split(12345, 3)
        $join(["a", "b", "c"])
        $join(["a", "b", "c"], "-")
        $join("a", "-")
        $join([], "-")
        $join([1, 2], "-")
        $join(["a", 1], "-")
        $join(nothing, "-")
        $join(orders.id, ", ")
        $join(["a", "b"], nothing)
        $match("ababc", /ab/)
        $match("ababc", /a(b)(c)?/)
        $match("ababc", /ab/, 1)
        $match("ababc", /ab/, 0)
        $match("ababc", /ab/, -1)
        $match("ababc", /x/)
        $match("aBc", /b/i)
        $match(multi, /^line/m)
        $match(multi, /^line/)
        $match(multi, /o$/m)
        $match(multi, /one$/m)
        $match(multi, /two$/)
        $match("abc", /x*/)
        $match("ab", /b|$/)
        $match(nothing, /x/)
        $match("abc", "b")
        $match("2024-01-02", /(\d{4})-(\d\d)-(\d\d)/)
        $match("aaa", /a{2}/)
        $match("a.b", /a\.b/)
        $match("a\nb", /a.b/)
        $match("a\nb", /a[\s\S]b/)
        $match("a\nb", /a[^]b/)
        $match("é", /\w/)
        $match("٣", /\d/)
        $match("foo_bar", /\bfoo\b/)
        $match("foo bar", /\bfoo\b/)
        $match("abab", /(ab)\1/)
        $match("price: $5", /(?<=\$)\d/)
        $match("foobar", /foo(?=bar)/)
        $match("foobaz", /foo(?!bar)/)
        $match("x1y2", /(?<l>[a-z])(?<d>\d)/)
        $match("x1y2", /(?:[a-z])(\d)/)
        $match("[x]", /[[\]x]+/)
        $match("tab\there", /\t\x68\u0065/)
        /a(b)/("xab")
        /q/("xab")
        /a/("banana").next().start
        $replace("hello", "l", "L")
        $replace("hello", "l", "L", 1)
        $replace("hello", "l", "L", 0)
        $replace("hello", "l", "L", -1)
        $replace("hello", "", "x")
        $replace("hello", "x", "y")
        $replace("a.b.c", ".", "-")
        $replace("hello", /l/, "L")
        $replace("hello", /l/, "L", 1)
        $replace("John Smith", /(\w+)\s(\w+)/, "$2, $1")
        $replace("265USD", /([0-9]+)USD/, "$$$1")
        $replace("265USD", /([0-9]+)USD/, "$0 and $1 and $2 and $10 and $")
        $replace("abcdefghijklm", /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, "$11-$12-$1")
        $replace("abc", /b/, "$1$w$")
        $replace("hello", /l/, function($m){ $uppercase($m.match) & $m.start })
        $replace("hello", /(l)(l)/, function($m){ $m.groups[1] & $count($m.groups) })
        $replace("hello", /l/, function($m){ 5 })
        $replace("abc", /x*/, "-")
        $replace(nothing, "a", "b")
        $replace("a", "a")
        text.$replace("World", "you")
        $replace("aaa", /a/, "b", 2)
        $base64encode("hello")
        $base64encode("é")
        $base64encode("")
        $base64encode(nothing)
        $base64decode("aGVsbG8=")
        $base64decode("aGVsbG8")
        $base64decode("w6k=")
        $base64decode(nothing)
        $encodeUrlComponent("a b/c?d=é&'()*!~-_.")
        $encodeUrl("https://x.y/a b?q=é#f")
        $encodeUrl(nothing)
        $decodeUrlComponent("a%20b%2Fc%C3%A9")
        $decodeUrl("https://x.y/a%20b%2Fc?q=%C3%A9")
        $decodeUrl("%")
        $decodeUrlComponent("%E9")
        $decodeUrlComponent("%zz")
        $decodeUrlComponent(nothing)
        """";

    public const string Numbers = """"
        $number("5")
        $number("-5.50e2")
        $number("0x1F")
        $number("0b101")
        $number("0o17")
        $number("")
        $number("5a")
        $number(" 5")
        $number("1e999")
        $number(".5")
        $number("5.")
        $number("+5")
        $number(true)
        $number(false)
        $number(null)
        $number([])
        $number(nothing)
        zero.$number()
        $abs(-5)
        $abs(nothing)
        $abs("a")
        negative.$abs()
        $floor(5.7)
        $floor(-5.2)
        $ceil(5.2)
        $ceil(-5.7)
        $round(5.5)
        $round(4.5)
        $round(-4.5)
        $round(-5.5)
        $round(0.5)
        $round(-0.5)
        $round(1.005, 2)
        $round(4.515, 2)
        $round(2.345, 2)
        $round(12345.6789, 2)
        $round(12355, -1)
        $round(12345, -2)
        $round(1e21, 2)
        $round(1e-10, 5)
        $round(nothing)
        $power(2, 10)
        $power(2, -1)
        $power(2, 0.5)
        $power(-8, 1/3)
        $power(10, 1000)
        $power(0, 0)
        $power(nothing, 2)
        $sqrt(16)
        $sqrt(2)
        $sqrt(-1)
        $sqrt(nothing)
        $sum([1, 2, 3.5])
        $sum([])
        $sum(5)
        $sum("a")
        $sum([1, "a"])
        $sum([1, null])
        $sum(nothing)
        $sum(orders.total)
        $sum(orders.(lines.(n * price)))
        $max([1, 5, 3])
        $max([])
        $max(5)
        $max(["a"])
        $max(nothing)
        $min([4, 2, 3])
        $min([])
        $average([1, 2, 4])
        $average([])
        $average(nothing)
        $count([1, 2])
        $count([])
        $count(5)
        $count(nothing)
        $count(orders.lines)
        $count([[1, 2]])
        $count(1, 2)
        $formatBase(255, 16)
        $formatBase(255, 2)
        $formatBase(255)
        $formatBase(-255, 36)
        $formatBase(10.6, 2)
        $formatBase(5, 1)
        $formatBase(5, 37)
        $formatBase(5, 2.4)
        $formatBase(nothing, 2)
        $formatNumber(1234.5678, "#,##0.00")
        $formatNumber(1234567, "#,###")
        $formatNumber(0, "#,###")
        $formatNumber(0.5, "#.##")
        $formatNumber(0.5, "0.##")
        $formatNumber(-5, "0")
        $formatNumber(-5, "0;(0)")
        $formatNumber(5, "0;(0)")
        $formatNumber(0.14, "01%")
        $formatNumber(0.14, "#0.0‰")
        $formatNumber(1234.5, "00.000e0")
        $formatNumber(0.00012, "0.0e00")
        $formatNumber(12345, "#,#0,0")
        $formatNumber(123456789, "###,##,#0")
        $formatNumber(3.14159, "0.0000,00")
        $formatNumber(3.14159, "#.#,#,#")
        $formatNumber(5, "$0.00 USD")
        $formatNumber(12, "000")
        $formatNumber(1.5, "0")
        $formatNumber(2.5, "0")
        $formatNumber(1234.5, "#.##0,00", {"decimal-separator": ",", "grouping-separator": "."})
        $formatNumber(1234.5, "٠,٠٠٠.٠", {"zero-digit": "٠"})
        $formatNumber(5, "0.0.0")
        $formatNumber(5, "0;0;0")
        $formatNumber(5, "0%%")
        $formatNumber(5, "0‰‰")
        $formatNumber(5, "0%‰")
        $formatNumber(5, "x")
        $formatNumber(5, "0x0")
        $formatNumber(5, "0,.0")
        $formatNumber(5, "0.,0")
        $formatNumber(5, "0,")
        $formatNumber(5, "0,,0")
        $formatNumber(5, "0#")
        $formatNumber(5, "0.#0")
        $formatNumber(5, "0e0%")
        $formatNumber(5, "0e")
        $formatNumber(5, "0e#")
        $formatNumber(5, "0 items")
        $formatNumber(5, "e0")
        $formatNumber(5, "pre 0e0")
        $formatNumber(3.14159265, "0.00,0,00,0,0")
        $formatNumber(12345678, "#,#,##")
        $formatNumber(1234567, "0,0,0,00")
        $formatNumber(nothing, "0")
        $formatInteger(12, "0")
        $formatInteger(12, "0000")
        $formatInteger(1234567, "#,##0")
        $formatInteger(1234567, "#,##,##0")
        $formatInteger(1234567, "0:00:00")
        $formatInteger(12, "w")
        $formatInteger(12, "W")
        $formatInteger(12, "Ww")
        $formatInteger(1234567, "w")
        $formatInteger(100, "w")
        $formatInteger(105, "Ww")
        $formatInteger(1000000000000, "w")
        $formatInteger(12, "w;o")
        $formatInteger(20, "w;o")
        $formatInteger(21, "w;o")
        $formatInteger(100, "w;o")
        $formatInteger(1000, "Ww;o")
        $formatInteger(1, "0;o")
        $formatInteger(2, "0;o")
        $formatInteger(3, "0;o")
        $formatInteger(11, "0;o")
        $formatInteger(112, "0;o")
        $formatInteger(23, "0;o")
        $formatInteger(1999, "I")
        $formatInteger(1999, "i")
        $formatInteger(0, "I")
        $formatInteger(27, "A")
        $formatInteger(702, "a")
        $formatInteger(703, "a")
        $formatInteger(0, "a")
        $formatInteger(-5, "0")
        $formatInteger(-5, "w")
        $formatInteger(5.9, "0")
        $formatInteger(-5.1, "00")
        $formatInteger(12, "٠٠")
        $formatInteger(12, "0٠")
        $formatInteger(12, "#")
        $formatInteger(12, "α")
        $formatInteger(nothing, "0")
        $formatInteger(0, "w")
        $parseInteger("12", "0")
        $parseInteger("1,234,567", "#,##0")
        $parseInteger("twelve", "w")
        $parseInteger("one thousand, two hundred and thirty-four", "w")
        $parseInteger("twelve million, three hundred and forty-five thousand, six hundred and seventy-eight", "w")
        $parseInteger("twenty-first", "w;o")
        $parseInteger("21st", "0;o")
        $parseInteger("MCMXCIX", "I")
        $parseInteger("xiv", "i")
        $parseInteger("AA", "A")
        $parseInteger("zz", "a")
        $parseInteger("٣٤", "٠")
        $parseInteger(nothing, "0")
        $parseInteger("x", "#")
        """";

    public const string Collections = """"
        $append([1], [2])
        $append(1, 2)
        $append([1], nothing)
        $append(nothing, [1])
        $append(nothing, nothing)
        $append([], [])
        $append([1], [[2]])
        $reverse([1, 2, 3])
        $reverse([1])
        $reverse(1)
        $reverse(nothing)
        $distinct([1, 1, 2, "1", {"a": 1}, {"a": 1}, [1], [1], null, null])
        $distinct(1)
        $distinct([1])
        $distinct([])
        $distinct(nothing)
        $distinct(orders.lines.sku)
        $distinct(orders[1].lines.sku)
        $zip([1, 2, 3], ["a", "b"])
        $zip([1], [2], [3])
        $zip(1, 2)
        $zip([1, 2], nothing)
        $zip([1, 2])
        $zip()
        $shuffle([1])
        $shuffle([])
        $count($shuffle([1, 2, 3]))
        $sort($shuffle([1, 2, 3]))
        $shuffle(nothing)
        $keys({"b": 1, "a": 2})
        $keys({"a": 1})
        $keys({})
        $keys([{"a": 1}, {"b": 2, "a": 3}])
        $keys(5)
        $keys(nothing)
        orders[0].customer.$keys()
        $lookup({"a": 1}, "a")
        $lookup({"a": 1}, "b")
        $lookup({"a": null}, "a")
        $lookup([{"a": 1}, {"a": [2, 3]}, {}], "a")
        $lookup([{"a": [1]}], "a")
        $lookup(nothing, "a")
        $lookup(5, "a")
        orders[0].$lookup("id")
        $spread({"a": 1, "b": 2})
        $spread([{"a": 1}, {"b": 2, "c": 3}])
        $spread({"a": 1})
        $spread({})
        $spread([1, {"a": 1}])
        $spread("x")
        $spread(nothing)
        $spread($sum)
        $merge([{"a": 1}, {"b": 2}, {"a": 3}])
        $merge({"a": 1})
        $merge([])
        $merge(nothing)
        $merge([{"a": 1}, 5])
        $merge(5)
        $merge(orders.{id: total})
        $clone({"a": [1, {"b": 2}]})
        $clone(5)
        $clone(nothing)
        $exists(text)
        $exists(nothing)
        $exists(null)
        $exists(nil)
        $exists(false)
        $exists($sum)
        $exists()
        $boolean(0)
        $boolean("")
        $boolean("x")
        $boolean([])
        $boolean([0])
        $boolean([0, 1])
        $boolean({})
        $boolean(null)
        $boolean(nothing)
        $boolean($sum)
        $not(0)
        $not("x")
        $not(nothing)
        zero.$not()
        $type(1)
        $type("a")
        $type(true)
        $type(null)
        $type([])
        $type({})
        $type($sum)
        $type(function(){1})
        $type(/a/)
        $type(nothing)
        $type(1/0)
        $type()
        """";

    public const string Dates = """"
        $toMillis("1970-01-01T00:00:00.000Z")
        $toMillis("2020-02-29T12:34:56.789Z")
        $toMillis("2020-02-29T12:34:56Z")
        $toMillis("2020-02-29T12:34:56+05:30")
        $toMillis("2020-02-29T12:34:56.1-08:00")
        $toMillis("2020-02-29T12:34:56.123456Z")
        $toMillis("2020-02-29")
        $toMillis("2020-02")
        $toMillis("2020")
        $toMillis("x")
        $toMillis("")
        $toMillis("2020-2-9")
        $toMillis(nothing)
        $toMillis(5)
        $toMillis("29/02/2020", "[D01]/[M01]/[Y0001]")
        $toMillis("2020-02-29 12:34", "[Y]-[M]-[D] [H]:[m]")
        $toMillis("02:03 PM 2020-01-02", "[h]:[m] [P] [Y]-[M]-[D]")
        $toMillis("12:03 am 2020-01-02", "[h]:[m] [P] [Y]-[M]-[D]")
        $toMillis("Feb 3 2020", "[MNn,*-3] [D] [Y]")
        $toMillis("February 3rd 2020", "[MNn] [D1o] [Y]")
        $toMillis("february 3rd 2020", "[Mn] [D1o] [Y]")
        $toMillis("3 of MARCH, 2021", "[D] of [MN], [Y]")
        $toMillis("20200102", "[Y0001][M01][D01]")
        $toMillis("2020-033", "[Y]-[d]")
        $toMillis("2020-01-02T03:04:05.678+01:00", "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]")
        $toMillis("2020-01-02 03:04 GMT+02:00", "[Y]-[M]-[D] [H]:[m] [z]")
        $toMillis("MMXX-I-II", "[YI]-[MI]-[DI]")
        $toMillis("twenty-first of August, two thousand and seventeen", "[Dw] of [MNn], [Yw]")
        $toMillis("x", "[Y]")
        $toMillis("2020 05", "[Y] [D]")
        $toMillis("2020", "[Y")
        $toMillis("2020", "[q]")
        $toMillis("2020-W05", "[X]-W[W]")
        $fromMillis(0)
        $fromMillis(1582979696789)
        $fromMillis(-1)
        $fromMillis(nothing)
        $fromMillis(1582979696789, "[Y0001]-[M01]-[D01]")
        $fromMillis(1582979696789, "[Y]/[M]/[D] [H]:[m]:[s].[f]")
        $fromMillis(1582979696789, "[Y,2]-[Y,2-2]-[Y0001]-[Y01]-[Y,*-2]")
        $fromMillis(1582979696789, "[D1o] [MNn] [Y]")
        $fromMillis(1582979696789, "[Dwo] of [MNn], [Yw]")
        $fromMillis(1582979696789, "[DWwo] [MN] [MNn,3-3] [Mn,*-4] [M]")
        $fromMillis(1582979696789, "[FNn], [Fn,3-3] [FN] [F] [F0]")
        $fromMillis(1582979696789, "[h]:[m] [P] [PN] [Pn] [PNn] [H01]")
        $fromMillis(1582936496789, "[h]:[m01] [P] [h#1] [s]")
        $fromMillis(1582979696789, "[f] [f001] [f1] [f0001]")
        $fromMillis(1582979696789, "[d] [d001] [W] [w] [X] [x] [xNn]")
        $fromMillis(1230768000000, "[X]-W[W01]-[F1]")
        $fromMillis(1262304000000, "[X]-W[W01]-[F1] [w] [x]")
        $fromMillis(1483228800000, "[X]-W[W]-[F] [w] [x]")
        $fromMillis(1514764799999, "[X]-W[W]-[F] [w] [xNn]")
        $fromMillis(1582979696789, "[YI]-[MI]-[Di] [YA] [Da]")
        $fromMillis(1582979696789, "[Z] [Z0] [Z00] [Z0000] [Z00:00] [z] [Z01:01t]", "+0530")
        $fromMillis(1582979696789, "[Z] [Z0] [Z0000] [z] [Z01:01t]", "+0000")
        $fromMillis(1582979696789, "[H]:[m] [Z]", "-0800")
        $fromMillis(1582979696789, "[H]:[m] [Z] [Z0]", "-0330")
        $fromMillis(1582979696789, "[Z00000]")
        $fromMillis(1582979696789, nothing, "+0100")
        $fromMillis(1582979696789, "[[literal]] [Y]")
        $fromMillis(1582979696789, "[ Y 0001 ]")
        $fromMillis(1582979696789, "[C] [E]")
        $fromMillis(1582979696789, "[Y")
        $fromMillis(1582979696789, "[Q]")
        $fromMillis(1582979696789, "[YN]")
        $fromMillis(1582979696789, "[DNn]")
        $fromMillis(1582979696789, "plain")
        $fromMillis(1582979696789, "")
        $fromMillis(1582979696789, "[Y9,999]")
        $fromMillis(1582979696789, "[m] [m1] [s01] [s1]")
        $now("[Y]") = $fromMillis($millis(), "[Y]")
        $now() = $now()
        $millis() = $millis()
        $toMillis($now()) = $millis()
        $type($now())
        """";

    public const string Syntax = """"

        1 +
        1 2
        (1
        [1
        {1
        {"a"}
        {"a":}
        {"a":1,}
        [1,]
        a.
        .a
        a..b
        a:b
        a;b
        a,b
        )
        ]
        }
        !a
        a!
        a ! b
        ~a
        a ~ b
        a ?? b
        a ?: b
        a ? b :
        a ? : c
        1 := 2
        $a.b := 1
        function(a){1}
        function($a{1}
        function($a)
        function($a){}
        function($a)<n{1}
        function($a)<a<n>>{$a}([1])
        function($a)<(a<n>s)>{$a}
        |a|b
        a ~> |b|
        a ~> |b|{}
        a^()
        a^(b
        a^b
        a[
        a[]
        a[]]
        a@
        a#
        a@$
        a#$i#$j.[$i, $j]
        (/ab/)
        [/a/]
        a[]/2
        a[]/2/
        1/2/3
        $match("ab", /a[/]b/)
        $match("ab", //)
        $match("ab", /a
        $match("ab", /(/)
        $f(?
        $f(,)
        $f(1,)
        \
        a\b
        a"b
        a'b'
        'a'b
        $$$
        $a$b
        01
        1.
        .5
        1.5.5
        1e
        1e+
        --a
        a.-1
        a.(-1)
        a.*
        a.**
        a.%%
        *.*
        ***
        **.**
        * * *
        """";

    public static IEnumerable<string> All => new[] { Literals, Paths, Joins, GroupsAndOrders, Operators, Functions, Strings, Numbers, Collections, Dates, Syntax }.SelectMany(t => t.Split('\n'));
}
