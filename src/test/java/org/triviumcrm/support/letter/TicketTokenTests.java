package org.triviumcrm.support.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TicketTokenTests {

    private final TicketToken token = new TicketToken("ours");

    @Property
    void isReadBackFromWhateverMailProgramsMakeOfIt(
            @ForAll @LongRange(min = 1) long ticket,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long letter,
            @ForAll boolean loud,
            @ForAll String before,
            @ForAll String after) {
        long shown = ticket % 1_000_000_000_000_000_000L;
        String written = token.write(shown, letter);
        String seen = before + "<" + (loud ? written.toUpperCase(Locale.ROOT) : written) + "@example.com>" + after;
        assertThat(token.read(seen)).contains(new TicketToken.Named(shown, letter));
    }

    @Property
    void isNotReadOnceAnythingOfItIsAnother(
            @ForAll @LongRange(min = 1, max = 1_000_000) long ticket,
            @ForAll @LongRange(min = 0, max = 1_000_000) long letter,
            @ForAll @IntRange(min = 0, max = 200) int place,
            @ForAll @AlphaChars @NumericChars @StringLength(1) String other) {
        String written = token.write(ticket, letter);
        int at = place % written.length();
        String forged = written.substring(0, at) + other.toLowerCase(Locale.ROOT) + written.substring(at + 1);
        if (!forged.equals(written)) {
            assertThat(token.read(forged)).isEmpty();
        }
    }

    @Test
    void isNobodyElses() {
        assertThat(token.read(new TicketToken("theirs").write(7, 1))).isEmpty();
        assertThat(token.read("ticket-7-1-00000000000000000000")).isEmpty();
        assertThat(token.read("")).isEmpty();
    }

    @Test
    void aGenuineOneBehindAForgedOneCounts() {
        assertThat(token.read("ticket-7-1-00000000000000000000 " + token.write(8, 2)))
                .contains(new TicketToken.Named(8, 2));
    }

    @Test
    void fitsIntoTheNameOfAnAddress() {
        assertThat("support+" + token.write(999_999_999_999L, 0)).hasSizeLessThanOrEqualTo(64);
    }
}
