package org.triviumcrm.support.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleWordsTests {

    @Test
    void takesChineseInPairsAndLatinInWords() {
        assertThat(ArticleWords.spread("报警E-17：水泵停机 Zürich")).isEqualTo("报警 警 e 17 水泵 泵停 停机 机 zurich");
        assertThat(ArticleWords.spread("ＤＮ５０")).isEqualTo("dn50");
        assertThat(ArticleWords.spread("— !")).isEmpty();
    }

    @Test
    void asksForPairsAndForHowPairsBegin() {
        assertThat(ArticleWords.asked("复位计数器 E-17", 9)).containsExactly("'复位'", "'位计'", "'计数'", "'数器'", "'e'", "'17'");
        assertThat(ArticleWords.asked("泵", 9)).containsExactly("'泵':*");
        assertThat(ArticleWords.asked("a b c d a", 3)).containsExactly("'a'", "'b'", "'c'");
    }

    /** Nothing of it means anything to the database's query language. */
    @Property(tries = 300)
    void asksForLettersAndDigitsAlone(@ForAll String typed) {
        assertThat(ArticleWords.asked(typed, 20)).allMatch(word -> word.matches("'[\\p{L}\\p{N}]+'(:\\*)?"));
    }

    @Property(tries = 300)
    void anExtractIsAPieceOfTheText(@ForAll String text, @ForAll String typed) {
        assertThat(text(Extract.whole(text, typed).parts())).isEqualTo(text);
        String some = text(Extract.of(text, typed, 40).parts());
        assertThat(text).contains(some.replaceFirst("^… ", "").replaceFirst(" …$", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "The pump stops after some minutes,stopping pumps,pump|stops",
        "按住复位键三秒即可,如何复位,复位",
        "水泵停机,泵,泵",
        "Zürich and München,munchen,München",
        "The oil for the pump,which oil for the pumps,oil|pump",
        "nothing at all,else,''"
    })
    void marksWhatWasLookedFor(String text, String typed, String marked) {
        assertThat(Extract.whole(text, typed).parts().stream()
                        .filter(Extract.Part::found)
                        .map(Extract.Part::text)
                        .collect(Collectors.joining("|")))
                .isEqualTo(marked);
    }

    @Test
    void showsThePlaceWhereMostOfItStands() {
        String text = "filler ".repeat(60) + "the blue button resets the relay " + "filler ".repeat(60);
        assertThat(text(Extract.of(text, "reset relay", 80).parts()))
                .startsWith("… ")
                .endsWith(" …")
                .contains("resets the relay")
                .hasSizeLessThan(100);
    }

    private static String text(List<Extract.Part> parts) {
        return parts.stream().map(Extract.Part::text).collect(Collectors.joining());
    }
}
