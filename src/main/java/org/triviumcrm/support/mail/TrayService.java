package org.triviumcrm.support.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.mail.InboundRepository.Taken;

/** Mails that fit nowhere, or can't be read: a person decides, and nothing goes away. */
@Service
public class TrayService {

    static final int SIZE = 50;

    private static final int LONGEST = 20_000;

    private final TrayRepository tray;
    private final InboundRepository mails;
    private final KnownRepository known;
    private final MailFiling filing;
    private final Clock clock;

    TrayService(TrayRepository tray, InboundRepository mails, KnownRepository known, MailFiling filing, Clock clock) {
        this.tray = tray;
        this.mails = mails;
        this.known = known;
        this.filing = filing;
        this.clock = clock;
    }

    /** @param aside whether those that were put aside, instead of those that wait */
    @CanSortMail
    @Transactional(readOnly = true)
    public TrayPage page(Viewer viewer, boolean aside, @Nullable Long before) {
        List<TrayRow> found = tray.page(aside ? InboundState.ASIDE : InboundState.TRAY, before, SIZE + 1);
        boolean more = found.size() > SIZE;
        List<TrayRow> rows = more ? found.subList(0, SIZE) : found;
        return new TrayPage(
                rows, tray.waiting(), more ? rows.get(rows.size() - 1).id() : null);
    }

    /** @throws NotFound when it is not there, or has been decided about */
    @CanSortMail
    @Transactional(readOnly = true)
    public TrayMail mail(Viewer viewer, long id) {
        TrayRow row = tray.find(id).orElseThrow(NotFound::new);
        ReadMail mail = read(id);
        String text = mail.text();
        return new TrayMail(
                row,
                text.length() <= LONGEST ? text : text.substring(0, LONGEST),
                mail.parts().stream().map(ReadPart::name).toList());
    }

    /** As it came. @return its size in bytes */
    @CanSortMail
    @Transactional(readOnly = true)
    public long size(Viewer viewer, long id) {
        return tray.find(id).orElseThrow(NotFound::new).size();
    }

    @CanSortMail
    public void write(Viewer viewer, long id, OutputStream target) throws IOException {
        mails.write(id, target);
    }

    /**
     * It becomes a ticket.
     *
     * @return its number and name
     * @throws NoPlace when there is no queue
     */
    @CanSortMail
    @Transactional
    public String open(Viewer viewer, long id) {
        Taken taken = mails.hold(id).orElseThrow(NotFound::new);
        long message = filing.open(filing.mailbox(taken.mailboxId()), read(id), null)
                .orElseThrow(() -> new NoPlace("support.tray.error.queue"));
        mails.done(id, message, viewer.personId(), clock.instant());
        return known.ticketOfMessage(message)
                .flatMap(known::place)
                .map(KnownRepository.Place::title)
                .orElseThrow(NotFound::new);
    }

    /**
     * It goes into a ticket.
     *
     * @return its number and name
     * @throws NoPlace when the viewer sees no such ticket, or it is closed
     */
    @CanSortMail
    @Transactional
    public String place(Viewer viewer, long id, PlaceMail input) {
        mails.hold(id).orElseThrow(NotFound::new);
        Long number = input.number();
        KnownRepository.Place place = (number == null
                ? null
                : tray.ticket(viewer, number).flatMap(known::place).orElse(null));
        if (place == null) {
            throw new NoPlace("support.tray.error.number");
        }
        if (place.closed()) {
            throw new NoPlace("support.tray.error.closed");
        }
        mails.done(id, filing.add(place, read(id), false), viewer.personId(), clock.instant());
        return place.title();
    }

    /** Nobody needs it; it stays here. */
    @CanSortMail
    @Transactional
    public void putAside(Viewer viewer, long id) {
        put(viewer, id, InboundState.ASIDE);
    }

    @CanSortMail
    @Transactional
    public void putBack(Viewer viewer, long id) {
        put(viewer, id, InboundState.TRAY);
    }

    private void put(Viewer viewer, long id, InboundState state) {
        mails.hold(id).orElseThrow(NotFound::new);
        mails.put(id, state, viewer.personId(), clock.instant());
    }

    /** What can't be read is shown as it came. */
    private ReadMail read(long id) {
        byte[] raw = mails.raw(id);
        try {
            return MailReader.read(raw);
        } catch (MessagingException | RuntimeException e) {
            return MailReader.unread(raw);
        }
    }
}
