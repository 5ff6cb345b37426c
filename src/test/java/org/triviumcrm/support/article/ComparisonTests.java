package org.triviumcrm.support.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.triviumcrm.support.article.Comparison.Kind;
import org.triviumcrm.support.article.Comparison.Line;

class ComparisonTests {

    @Test
    void showsWhatIsGoneAndWhatIsNew() {
        assertThat(Comparison.of("one\ntwo\nthree", "one\n2\nthree\nfour").lines())
                .containsExactly(
                        new Line(Kind.SAME, "one"),
                        new Line(Kind.GONE, "two"),
                        new Line(Kind.NEW, "2"),
                        new Line(Kind.SAME, "three"),
                        new Line(Kind.NEW, "four"));
    }

    @Property(tries = 200)
    void eitherVersionCanBeReadFromIt(@ForAll List<Boolean> older, @ForAll List<Boolean> newer) {
        String before = lines(older);
        String after = lines(newer);
        List<Line> lines = Comparison.of(before, after).lines();
        assertThat(without(lines, Kind.NEW)).isEqualTo(before);
        assertThat(without(lines, Kind.GONE)).isEqualTo(after);
    }

    private static String lines(List<Boolean> some) {
        return some.stream().map(one -> one ? "yes" : "no").collect(Collectors.joining("\n"));
    }

    private static String without(List<Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() != kind)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }
}
