package org.triviumcrm.approval.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextLinesTests {

    @Test
    void linesBreakWhereTheyMay() {
        assertThat(TextLines.of("Director of the western region", 12, 3))
                .containsExactly("Director of", "the western", "region");
        assertThat(TextLines.of("华东大区销售总监审批", 8, 3)).containsExactly("华东大区", "销售总监", "审批");
        assertThat(TextLines.of("华东大区销售总监审批", 8, 2)).containsExactly("华东大区", "销售总…");
        assertThat(TextLines.of("Donaudampfschifffahrt", 8, 9)).containsExactly("Donaudam", "pfschiff", "fahrt");
        assertThat(TextLines.of("  ", 8, 2)).isEmpty();
    }

    @Property
    void noLineIsTooWideAndNothingIsLostThatFits(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = '一', to = '龥')
                    @Chars({' ', '-', '，'})
                    String text,
            @ForAll @IntRange(min = 2, max = 20) int width) {
        List<String> lines = TextLines.of(text, width, 1000);
        assertThat(lines).allSatisfy(line -> assertThat(TextLines.width(line)).isLessThanOrEqualTo(width));
        assertThat(String.join("", lines).replaceAll("\\s", ""))
                .isEqualTo(text.strip().replaceAll("\\s", ""));
    }
}
