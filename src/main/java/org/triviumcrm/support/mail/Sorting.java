package org.triviumcrm.support.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a mail becomes. */
final class Sorting {

    private Sorting() {}

    /** What it becomes. */
    sealed interface Fate {}

    /** One more word in a ticket. @param quiet it changes nothing about that */
    record Added(long ticketId, boolean quiet) implements Fate {}

    /** A new ticket. @param follows the one that is over and that it answers, null for none */
    record Opened(@Nullable Long follows) implements Fate {}

    /** A person decides. */
    record Kept(TrayReason reason) implements Fate {}

    /**
     * What is known about a mail.
     *
     * @param own whether it comes from ourselves
     * @param flood whether its sender has sent too many of late
     * @param place the ticket that it belongs to
     */
    record Known(boolean own, boolean flood, Optional<KnownRepository.Place> place) {}

    static Fate decide(ReadMail mail, Known known) {
        if (known.own()) {
            return new Kept(TrayReason.OWN);
        }
        Optional<KnownRepository.Place> place = known.place();
        boolean open = place.isPresent() && !place.get().closed();
        if (mail.nature() == MailNature.BOUNCE) {
            return place.<Fate>map(found -> new Added(found.ticketId(), true)).orElse(new Kept(TrayReason.BOUNCE));
        }
        if (known.flood()) {
            return new Kept(TrayReason.FLOOD);
        }
        if (mail.nature() == MailNature.AUTO_REPLY) {
            return open ? new Added(place.get().ticketId(), true) : new Kept(TrayReason.AUTO_REPLY);
        }
        if (open) {
            return new Added(place.get().ticketId(), false);
        }
        if (mail.nature() == MailNature.LIST && place.isEmpty()) {
            return new Kept(TrayReason.LIST);
        }
        if (mail.address() == null) {
            return new Kept(TrayReason.NO_SENDER);
        }
        return new Opened(place.map(KnownRepository.Place::ticketId).orElse(null));
    }
}
