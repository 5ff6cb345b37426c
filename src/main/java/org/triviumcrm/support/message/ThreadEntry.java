package org.triviumcrm.support.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.letter.Delivery;
import org.triviumcrm.support.ticket.TicketEventKind;

/** What stands in the conversation of a ticket: something said, or something done. */
public sealed interface ThreadEntry {

    Instant at();

    /** Among those of the same instant: what was said stands before what it made of the ticket. */
    int order();

    long id();

    /** For templates. */
    default boolean isMessage() {
        return this instanceof Message;
    }

    /**
     * @param author who wrote it; null for a customer of whom nothing is known
     * @param mentions names of the people whom a note calls
     * @param dueAt when a reply leaves, null for others
     * @param recallable whether the viewer may take it back as things are
     * @param delivery where a reply is on its way to the customer; null for others, and for what was written elsewhere
     * @param received of what came by mail; null for the rest
     */
    record Message(
            long id,
            MessageKind kind,
            Instant at,
            @Nullable Long authorId,
            @Nullable String author,
            String body,
            List<String> mentions,
            @Nullable Instant dueAt,
            boolean recallable,
            @Nullable Delivery delivery,
            @Nullable Received received,
            List<MessageFile> files)
            implements ThreadEntry {

        public Message {
            mentions = List.copyOf(mentions);
            files = List.copyOf(files);
        }

        /** What it says itself. */
        public String said() {
            return received == null ? body : Quotes.part(body).said();
        }

        /** What it repeats of what was written before; empty for nothing. */
        public String quoted() {
            return received == null ? "" : Quotes.part(body).quoted();
        }

        Message with(List<MessageFile> attached) {
            return new Message(
                    id, kind, at, authorId, author, body, mentions, dueAt, recallable, delivery, received, attached);
        }

        @Override
        public int order() {
            return 0;
        }
    }

    /**
     * What there is of something that came by mail.
     *
     * @param email address of whoever wrote it
     * @param laidOut whether it can be seen as it was laid out
     * @param automatic whether a program wrote it
     * @param leftOut names of files that may not be kept
     */
    record Received(@Nullable String email, boolean laidOut, boolean automatic, List<String> leftOut) {

        public Received {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * @param by who did it; null when the customer or a rule did
     * @param was and becomes: as people read them, null for nothing
     * @param taken whether whoever did it has it since
     * @param ticketId the other ticket that it names; null for none
     */
    record Event(
            long id,
            TicketEventKind kind,
            Instant at,
            @Nullable String by,
            @Nullable String was,
            @Nullable String becomes,
            boolean taken,
            @Nullable Long ticketId)
            implements ThreadEntry {

        /** The message that says it, of who did it and what became. */
        public String key() {
            if (kind == TicketEventKind.OWNER && becomes == null) {
                return by == null ? "support.event.itself.returned" : "support.event.returned";
            }
            if (kind == TicketEventKind.SPLIT && becomes == null) {
                return by == null ? "support.event.itself.splitFrom" : "support.event.splitFrom";
            }
            if (taken && by != null) {
                return "support.event.taken";
            }
            return (by == null ? "support.event.itself." : "support.event.") + kind;
        }

        /** What the message names: what became, or the ticket of which this one was a part. */
        public @Nullable String what() {
            return becomes == null && kind == TicketEventKind.SPLIT ? was : becomes;
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
