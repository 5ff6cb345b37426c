package org.triviumcrm.support.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplySubjectTests {

    @ParameterizedTest
    @CsvSource({
        "Printer,        Re: Printer [#7]",
        "Re: Printer,    Re: Printer [#7]",
        "回复：打印机,     回复：打印机 [#7]",
        "Re: P [#7],     Re: P [#7]",
        "Reprint,        Re: Reprint [#7]"
    })
    void theSubjectSaysWhatItAnswers(String name, String subject) {
        assertThat(ReplyLetters.subject(name, 7)).isEqualTo(subject);
    }
}
