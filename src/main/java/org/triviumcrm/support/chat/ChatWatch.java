package org.triviumcrm.support.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;

/**
 * Looks after talks: those whose agent is gone wait again, those that nobody answers become tickets, those in which nobody is any more
 * end. One transaction each; what somebody has done about it meanwhile counts.
 */
@Component
public class ChatWatch {

    /** A visitor whose page has not been seen for so long is gone. */
    static final Duration VISITOR_GONE = Duration.ofMinutes(3);

    /** Nobody waits for longer. */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    static final Duration SILENCE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(ChatWatch.class);
    private static final Viewer JOB = Viewer.job("support.log.chat");

    private final ChatAgentRepository agents;
    private final ChatReadRepository readings;
    private final ChatTalk talk;
    private final ChatTurns turns;
    private final ChatTickets tickets;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ChatWatch(
            ChatAgentRepository agents,
            ChatReadRepository readings,
            ChatTalk talk,
            ChatTurns turns,
            ChatTickets tickets,
            TransactionTemplate transactions,
            Clock clock) {
        this.agents = agents;
        this.readings = readings;
        this.talk = talk;
        this.turns = turns;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void look() {
        Instant now = clock.instant();
        Instant agentGone = now.minus(ChatTurns.GONE);
        agents.abandoned(agentGone).forEach(id -> alone(id, chat -> takeBack(chat, agentGone)));
        readings.unanswered(now.minus(VISITOR_GONE), now.minus(LONGEST_WAIT)).forEach(id -> alone(id, this::giveUp));
        readings.silent(now.minus(SILENCE)).forEach(id -> alone(id, this::fallSilent));
        agents.queuesToServe().forEach(queue -> transactions.executeWithoutResult(status -> turns.serve(queue)));
    }

    private void alone(long id, Consumer<HeldChat> work) {
        try {
            transactions.executeWithoutResult(status -> work.accept(talk.hold(id)));
        } catch (RuntimeException e) {
            LOG.error("Talk {} could not be looked after", id, e);
        }
    }

    private void takeBack(HeldChat chat, Instant gone) {
        Long owner = chat.ownerId();
        if (chat.state() == ChatState.ACTIVE && owner != null && !agents.isSeen(owner, gone)) {
            talk.queue(chat, chat.queueId(), null);
        }
    }

    /** Also one that was answered, if whoever did it has gone and nobody else came: nothing is lost. */
    private void giveUp(HeldChat chat) {
        if (chat.state() == ChatState.WAITING) {
            if (chat.ticketId() == null) {
                tickets.openUnanswered(JOB, chat);
            }
            talk.end(chat, ChatEnd.UNANSWERED, null);
        }
    }

    private void fallSilent(HeldChat chat) {
        if (chat.state() == ChatState.ACTIVE) {
            talk.end(chat, ChatEnd.SILENT, null);
        }
    }
}
