package org.triviumcrm.support.macro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.macro.MacroReadRepository.Names;
import org.triviumcrm.support.message.MessageKind;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.WriteMessage;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketTaker;
import org.triviumcrm.support.ticket.TicketTalkService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** Macros where they are used: in tickets. */
@Service
public class MacroUseService {

    private static final int CHOICES = 20;
    private static final BulkRefusal CLOSED = BulkRefusal.of("support.ticket.error.closed");

    private final MacroRepository macros;
    private final MacroReadRepository readings;
    private final TicketService tickets;
    private final TicketTalkService talk;
    private final MessageService messages;
    private final MessageSource texts;
    private final Clock clock;

    MacroUseService(
            MacroRepository macros,
            MacroReadRepository readings,
            TicketService tickets,
            TicketTalkService talk,
            MessageService messages,
            MessageSource texts,
            Clock clock) {
        this.macros = macros;
        this.readings = readings;
        this.tickets = tickets;
        this.talk = talk;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
    }

    /** That in which the customer of a ticket writes. */
    @CanUseMacros
    @Transactional(readOnly = true)
    public MacroLanguage language(Viewer viewer, TicketPage ticket) {
        return MacroLanguage.of(readings.words(List.of(ticket.id())).getOrDefault(ticket.id(), ticket.name()));
    }

    /** Those for a ticket, by what is typed. */
    @CanUseMacros
    @Transactional(readOnly = true)
    public List<MacroRow> choices(Viewer viewer, TicketPage ticket, @Nullable String typed, MacroLanguage language) {
        return readings.usable(viewer.personId(), ticket.queueId(), typed, language, CHOICES);
    }

    /** Those that fit every ticket. */
    @CanUseMacros
    @Transactional(readOnly = true)
    public List<MacroRow> forMany(Viewer viewer, MacroLanguage language) {
        return readings.usable(viewer.personId(), null, null, language, MacroService.MOST);
    }

    /**
     * As it stands in the form of a ticket.
     *
     * @param language null for that of the customer
     * @throws NotFound when the viewer has none of this id
     */
    @CanUseMacros
    @Transactional(readOnly = true)
    public FilledMacro filled(Viewer viewer, TicketPage ticket, long id, @Nullable MacroLanguage language) {
        Macro macro = usable(viewer, id);
        TicketChanges changes = possible(viewer, macro);
        return new FilledMacro(
                id,
                macro.getName(),
                text(viewer, macro, ticket, language == null ? language(viewer, ticket) : language),
                macro.isNote(),
                changes.status(),
                chips(viewer, changes));
    }

    /** What these changes are, in words. */
    @CanUseMacros
    @Transactional(readOnly = true)
    public List<MacroChip> chips(Viewer viewer, TicketChanges changes) {
        Names names = names(changes);
        return MacroChip.of(changes, names.type(), names.queue());
    }

    /** It was sent along with something said. */
    @CanUseMacros
    @Transactional
    public void used(Viewer viewer, @Nullable Long id) {
        if (id != null) {
            readings.used(usable(viewer, id).getId(), 1, clock.instant());
        }
    }

    /**
     * All of it at once, as it is.
     *
     * @param version of the ticket as the viewer saw it
     * @throws WrongTicketStatus when the ticket is closed
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     */
    @CanUseMacros
    @Transactional
    public void apply(Viewer viewer, long ticketId, long id, @Nullable Integer version) {
        Macro macro = usable(viewer, id);
        TicketPage ticket = tickets.page(viewer, ticketId);
        talk.hold(viewer, ticketId, version);
        apply(viewer, macro, ticket, language(viewer, ticket));
        readings.used(id, 1, clock.instant());
    }

    /** @throws NotFound when the viewer has none of this id that fits every ticket */
    @CanUseMacros
    @Transactional(readOnly = true)
    public Macro forMany(Viewer viewer, long id) {
        Macro macro = usable(viewer, id);
        if (macro.getQueueId() != null) {
            throw new NotFound();
        }
        return macro;
    }

    /** In tickets of a list, in the language of each customer. */
    @CanUseMacros
    @Transactional
    public Map<Long, BulkRefusal> applyToMany(Viewer viewer, List<Long> ticketIds, long id) {
        Macro macro = forMany(viewer, id);
        Set<Long> going = new HashSet<>(readings.going(viewer, ticketIds));
        Map<Long, String> words = readings.words(going);
        Map<Long, BulkRefusal> refused = new HashMap<>();
        for (Long ticketId : ticketIds) {
            if (going.contains(ticketId)) {
                TicketPage ticket = tickets.page(viewer, ticketId);
                apply(viewer, macro, ticket, MacroLanguage.of(words.getOrDefault(ticketId, ticket.name())));
            } else {
                refused.put(ticketId, CLOSED);
            }
        }
        if (!going.isEmpty()) {
            readings.used(id, going.size(), clock.instant());
        }
        return refused;
    }

    private void apply(Viewer viewer, Macro macro, TicketPage ticket, MacroLanguage language) {
        String text = text(viewer, macro, ticket, language);
        TicketChanges changes = possible(viewer, macro);
        if (text.isEmpty()) {
            talk.change(viewer, ticket.id(), changes);
            return;
        }
        MessageKind kind = macro.isNote() ? MessageKind.NOTE : MessageKind.REPLY;
        try {
            messages.write(viewer, ticket.id(), new WriteMessage(kind, text, null, List.of()), List.of(), changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of its changes can be made: nothing goes into a queue or gets a type that is not in use any more. */
    private TicketChanges possible(Viewer viewer, Macro macro) {
        TicketChanges all = macro.changes(null);
        boolean edits = viewer.can("support.ticket.edit");
        Names names = edits ? names(all) : Names.NONE;
        return new TicketChanges(
                all.status(),
                edits ? all.priority() : null,
                names.type() == null ? null : all.typeId(),
                names.queue() == null ? null : all.queueId(),
                edits || all.owner() == TicketTaker.ME ? all.owner() : null,
                null);
    }

    private Names names(TicketChanges changes) {
        return changes.typeId() == null && changes.queueId() == null ? Names.NONE : readings.names(changes);
    }

    private Macro usable(Viewer viewer, long id) {
        return macros.findById(id)
                .filter(Macro::isActive)
                .filter(macro -> macro.getPersonId() == null || macro.getPersonId() == viewer.personId())
                .orElseThrow(NotFound::new);
    }

    private String text(Viewer viewer, Macro macro, TicketPage ticket, MacroLanguage language) {
        String text = macro.text(language);
        return text == null ? "" : MacroText.fill(text, values(viewer, ticket, language));
    }

    private Map<Placeholder, String> values(Viewer viewer, TicketPage ticket, MacroLanguage language) {
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.NUMBER, "#" + ticket.number());
        values.put(Placeholder.SUBJECT, ticket.name());
        values.put(Placeholder.AGENT, viewer.name());
        values.put(Placeholder.REQUESTER, orElse(ticket.requester(), "support.macro.blank.requester", language));
        values.put(Placeholder.CUSTOMER, orElse(ticket.customer(), "support.macro.blank.customer", language));
        values.put(Placeholder.PRODUCT, orElse(ticket.product(), "support.macro.blank.product", language));
        return values;
    }

    private String orElse(@Nullable String known, String key, MacroLanguage language) {
        return known != null ? known : String.valueOf(texts.getMessage(key, null, language.locale()));
    }
}
