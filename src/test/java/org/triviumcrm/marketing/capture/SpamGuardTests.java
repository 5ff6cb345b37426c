package org.triviumcrm.marketing.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is believed of a form, and what is not. */
class SpamGuardTests {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    private static final CaptureKey KEY = new CaptureKey(
            new SaveCaptureKey("Form", null, null, null, null, 3, 5, 200, true, null), "token", "a secret", NOW);

    @Example
    void whoTakesTheirTimeIsBelieved() {
        assertThat(verdict(Map.of("name", "Ann"), 20)).isEmpty();
    }

    @Example
    void theHiddenFieldGivesMachinesAway() {
        assertThat(verdict(Map.of("name", "Ann", Captured.HIDDEN, "http://x"), 20))
                .contains(Suspicion.HIDDEN_FIELD);
    }

    @Property
    void soDoesHaste(@ForAll @IntRange(max = 60) int seconds) {
        assertThat(verdict(Map.of("name", "Ann"), seconds))
                .isEqualTo(seconds < 3 ? Optional.of(Suspicion.TOO_FAST) : Optional.empty());
    }

    @Example
    void aTicketIsGoodForADay() {
        assertThat(verdict(Map.of("name", "Ann"), Duration.ofHours(25).toSeconds()))
                .contains(Suspicion.TOO_OLD);
        assertThat(guard(Map.of("name", "Ann"), 1, 1)).contains(Suspicion.NO_TICKET);
        assertThat(guard(Map.of("name", "Ann", Captured.TICKET, CaptureTicket.write("another", NOW)), 1, 1))
                .contains(Suspicion.NO_TICKET);
    }

    @Property
    void aTicketSaysWhenItWasWritten(@ForAll @LongRange(max = 99_999_999_999L) long second) {
        Instant opened = Instant.ofEpochSecond(second);
        String ticket = CaptureTicket.write("a secret", opened);
        assertThat(CaptureTicket.read("a secret", ticket)).contains(opened);
        assertThat(CaptureTicket.read("a secret", "1" + ticket)).isEmpty();
    }

    @Property
    void noMoreThanTheLimitsAreBelieved(
            @ForAll @IntRange(min = 1, max = 10) int fromAddress, @ForAll @IntRange(min = 195, max = 205) int inAll) {
        Map<String, String> sent =
                Map.of("name", "Ann", Captured.TICKET, CaptureTicket.write("a secret", NOW.minusSeconds(20)));
        assertThat(guard(sent, fromAddress, inAll))
                .isEqualTo(fromAddress > 5 || inAll > 200 ? Optional.of(Suspicion.TOO_OFTEN) : Optional.empty());
    }

    @Example
    void peopleSendNeitherNovelsNorNothing() {
        assertThat(verdict(Map.of("name", "Ann", "story", "x".repeat(5_001)), 20))
                .contains(Suspicion.TOO_MUCH);
        assertThat(verdict(Map.of("city", "Rome"), 20)).contains(Suspicion.NOBODY);
        Map<String, String> many = new LinkedHashMap<>();
        for (int field = 0; field < 61; field++) {
            many.put("name" + field, "x");
        }
        assertThat(guard(many, 1, 1)).contains(Suspicion.TOO_MUCH);
    }

    @Example
    void whatFitsNoFieldIsAnAnswer() {
        Captured captured = Captured.of(Map.of(
                "name", " Ann ", "message", "Call me", "email", "no address", "How many?", "3", Captured.TICKET, "x"));
        assertThat(captured.fields()).isEqualTo(Map.of("fullName", "Ann", "note", "Call me"));
        assertThat(captured.answers()).isEqualTo(Map.of("email", "no address", "How many?", "3"));
        assertThat(Captured.of(captured.sent()).fields()).isEqualTo(captured.fields());
    }

    private static Optional<Suspicion> verdict(Map<String, String> typed, long seconds) {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.put(Captured.TICKET, CaptureTicket.write("a secret", NOW.minusSeconds(seconds)));
        return guard(sent, 1, 1);
    }

    private static Optional<Suspicion> guard(Map<String, String> sent, int fromAddress, int inAll) {
        return SpamGuard.of(KEY, Captured.of(sent), fromAddress, inAll, NOW);
    }
}
