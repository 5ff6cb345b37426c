package org.triviumcrm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The life of a ticket, whatever is tried with it. */
class TicketLifeTests {

    private static final Instant OPENED = Instant.parse("2026-03-05T10:00:00Z");

    private enum Step {
        RECEIVED,
        ANSWERED,
        ASKED,
        SOLVED_WITH_A_WORD,
        OPENED_BY_HAND,
        PUT_OFF,
        PUT_ON_HOLD,
        SOLVED,
        CLOSED
    }

    private static Ticket fresh() {
        return new Ticket(1, SaveTicket.empty(3L, null, null), null, null, 7L, OPENED);
    }

    private static void go(Ticket ticket, Step step, Instant now) {
        switch (step) {
            case RECEIVED -> ticket.received(now, now);
            case ANSWERED -> ticket.replied(TicketStatus.OPEN, now);
            case ASKED -> ticket.replied(TicketStatus.PENDING, now);
            case SOLVED_WITH_A_WORD -> ticket.replied(TicketStatus.SOLVED, now);
            case OPENED_BY_HAND -> ticket.become(TicketStatus.OPEN, now);
            case PUT_OFF -> ticket.become(TicketStatus.PENDING, now);
            case PUT_ON_HOLD -> ticket.become(TicketStatus.ON_HOLD, now);
            case SOLVED -> ticket.become(TicketStatus.SOLVED, now);
            case CLOSED -> ticket.close(now);
        }
    }

    @Property
    void keepsItsTimes(@ForAll("steps") List<Step> steps) {
        Ticket ticket = fresh();
        Instant now = OPENED;
        int reopened = 0;
        Instant firstReply = null;
        for (Step step : steps) {
            now = now.plusSeconds(60);
            TicketStatus before = ticket.getStatus();
            int version = ticket.times().reopenings();
            Instant at = now;
            Throwable refusal = catchThrowable(() -> go(ticket, step, at));
            if (refusal != null) {
                assertThat(refusal).isInstanceOf(WrongTicketStatus.class);
                assertThat(ticket.getStatus()).isEqualTo(before);
                assertThat(ticket.times().reopenings()).isEqualTo(version);
                continue;
            }
            if (before == TicketStatus.SOLVED && ticket.getStatus().isOpen()) {
                reopened++;
            }
            if (firstReply == null
                    && List.of(Step.ANSWERED, Step.ASKED, Step.SOLVED_WITH_A_WORD)
                            .contains(step)) {
                firstReply = now;
            }
            assertThat(ticket.times().solvedAt() != null)
                    .isEqualTo(!ticket.getStatus().isOpen());
            assertThat(ticket.times().reopenings()).isEqualTo(reopened);
            assertThat(ticket.times().firstReplyAt()).isEqualTo(firstReply);
            if (!ticket.getStatus().isOpen() || ticket.getStatus() == TicketStatus.PENDING) {
                assertThat(ticket.times().waitingSince())
                        .as("it is the customer's turn")
                        .isNull();
            }
        }
    }

    @Property
    void aReplyThatIsTakenBackNeverWas(@ForAll("steps") List<Step> steps, @ForAll("replies") Step reply) {
        Ticket ticket = fresh();
        Instant now = OPENED;
        for (Step step : steps) {
            now = now.plusSeconds(60);
            Instant at = now;
            catchThrowable(() -> go(ticket, step, at));
        }
        BeforeReply before = ticket.before();
        Instant later = now.plusSeconds(60);
        if (catchThrowable(() -> go(ticket, reply, later)) == null) {
            ticket.takeBack(before, later.plusSeconds(5));
        }
        assertThat(ticket.before()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Step> replies() {
        return Arbitraries.of(Step.ANSWERED, Step.ASKED, Step.SOLVED_WITH_A_WORD);
    }

    @Example
    void theCustomerWaitsSinceTheFirstWordThatNobodyAnswered() {
        Ticket ticket = fresh();
        ticket.received(OPENED.plusSeconds(10), OPENED.plusSeconds(10));
        ticket.received(OPENED.plusSeconds(20), OPENED.plusSeconds(20));
        assertThat(ticket.times().waitingSince()).isEqualTo(OPENED);
        assertThat(ticket.getStatus()).as("nobody has done anything yet").isEqualTo(TicketStatus.NEW);
        ticket.replied(TicketStatus.PENDING, OPENED.plusSeconds(30));
        ticket.received(OPENED.plusSeconds(40), OPENED.plusSeconds(40));
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.times().waitingSince()).isEqualTo(OPENED.plusSeconds(40));
    }

    @Example
    void aWordAfterTheSolutionOpensItAgain() {
        Ticket ticket = fresh();
        ticket.replied(TicketStatus.SOLVED, OPENED.plusSeconds(30));
        ticket.received(OPENED.plusSeconds(40), OPENED.plusSeconds(40));
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.times().reopenings()).isEqualTo(1);
        assertThat(ticket.times().solvedAt()).isNull();
    }

    @Example
    void whatIsClosedStaysAsItIs() {
        Ticket ticket = fresh();
        ticket.close(OPENED.plusSeconds(30));
        assertThatThrownBy(() -> ticket.received(OPENED.plusSeconds(40), OPENED.plusSeconds(40)))
                .hasMessage("support.ticket.error.closed");
        assertThatThrownBy(() -> ticket.give(8L, null, OPENED)).hasMessage("support.ticket.error.closed");
        assertThatThrownBy(() -> ticket.change(SaveTicket.empty(4L, null, null), null, OPENED))
                .hasMessage("support.ticket.error.closed");
    }
}
