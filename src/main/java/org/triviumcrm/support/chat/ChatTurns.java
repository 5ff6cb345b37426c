package org.triviumcrm.support.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;

/** Gives talks that wait to whoever's turn it is, in the caller's transaction. */
@Component
public class ChatTurns {

    /** An agent who has not been heard of for so long is gone. Browsers let a page in the background speak once a minute. */
    public static final Duration GONE = Duration.ofSeconds(150);

    private static final int AT_ONCE = 50;

    private final ChatAgentRepository agents;
    private final ChatTalk talk;
    private final Companies companies;
    private final Clock clock;

    ChatTurns(ChatAgentRepository agents, ChatTalk talk, Companies companies, Clock clock) {
        this.agents = agents;
        this.talk = talk;
        this.companies = companies;
        this.clock = clock;
    }

    /** Nobody else gives anything out until the transaction ends. Whoever changes an agent and then serves asks for it first. */
    void lock() {
        agents.lockTurns();
    }

    /** As many of a queue as somebody can take. */
    public void serve(long queueId) {
        serveOthers(queueId, 0);
    }

    /** Of all queues. */
    void serveAll() {
        agents.queuesToServe().forEach(this::serve);
    }

    /** The same, but nobody gets back what they gave away. */
    void serveOthers(long queueId, long notTo) {
        agents.lockTurns();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, companies.zone());
        for (long chat : agents.waiting(queueId, AT_ONCE)) {
            Optional<Long> person = agents.next(chat, notTo, today, now.minus(GONE));
            if (person.isEmpty()) {
                return;
            }
            agents.served(person.get(), now);
            talk.give(talk.hold(chat), person.get());
        }
    }

    /** Whether somebody is there for a queue. */
    public boolean isAnybodyThere(long queueId) {
        return agents.isAnybodyThere(queueId, clock.instant().minus(GONE));
    }
}
