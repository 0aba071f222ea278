# What stands in a case's directory before its command runs; run by both shells.
umask 022
printf 'one\ntwo\nthree\n' >f
printf 'alpha beta gamma\ndelta epsilon\n\nalpha zeta\nAlpha Beta\n' >words
printf '10\n9\n2\n33\n1\n2\n' >nums
printf 'name:age:city\nann:30:rome\nbob:25:oslo\ncid:41:\n' >csv
printf 'x 3 b\ny 1 c\nz 2 a\nx 1 a\n' >cols
printf 'no newline' >nonl
: >empty
printf 'a\tb\tc\n\tindented\nlast  two\n' >tabs
printf 'hello world\nabc\000\001\377\200end\n' >bin
printf 'h\303\251llo w\303\266rld\n\342\202\254 5\n' >utf8
mkdir -p d/sub e
echo da >d/a
echo db >d/b.txt
echo c >d/sub/c.txt
echo h >d/.hidden
ln -s f link
ln -s d dirlink
ln -s nowhere broken
printf '#!/bin/sh\necho "script: $*"\nexit 3\n' >run
chmod 755 run
chmod 600 nums
# No file's time is now: listings are the same on any day.
touch -h -d '2022-03-04 05:06:07' * d/* d/.hidden d/sub/*
touch -d '2020-01-02 03:04:05' f d/a
touch -d '2021-06-07 08:09:10' words d/b.txt
touch -d '2019-12-31 23:59:59' nums
