package org.triviumcrm.support.macro;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTaker;
import org.triviumcrm.support.type.TypeService;

/** What the form of a macro checks beyond single fields, and what it shows. */
@Component
class MacroForms {

    private final MacroService macros;
    private final QueueService queues;
    private final TypeService types;

    MacroForms(MacroService macros, QueueService queues, TypeService types) {
        this.macros = macros;
        this.queues = queues;
        this.types = types;
    }

    boolean isRefused(Viewer viewer, SaveMacro input, long id, Errors errors) {
        if (input.name() != null && input.audience() != null && macros.isNameTaken(viewer, input, id)) {
            errors.rejectValue("name", "support.macro.error.nameTaken");
        }
        if (input.audience() != null && input.audience() != MacroAudience.MINE && !viewer.can(MacroService.MANAGE)) {
            errors.rejectValue("audience", "support.macro.error.shared");
        }
        if (input.audience() == MacroAudience.QUEUE && input.queueId() == null && !errors.hasFieldErrors("queueId")) {
            errors.rejectValue("queueId", "support.macro.error.queue");
        }
        if (input.status() == TicketStatus.NEW || input.status() == TicketStatus.CLOSED) {
            errors.rejectValue("status", "support.macro.error.status");
        }
        placeholders("textEn", MacroText.unknown(input.textEn()), errors);
        placeholders("textZh", MacroText.unknown(input.textZh()), errors);
        if (input.isIdle() && !errors.hasErrors()) {
            errors.rejectValue("textEn", "support.macro.error.idle");
        }
        return errors.hasErrors();
    }

    private static void placeholders(String field, List<String> unknown, Errors errors) {
        if (!unknown.isEmpty()) {
            errors.rejectValue(
                    field, "support.macro.error.placeholder", new Object[] {String.join(" ", unknown)}, null);
        }
    }

    String show(Viewer viewer, Model model, long id, SaveMacro shown) {
        model.addAttribute("id", id);
        model.addAttribute("queues", queues.choices(viewer, shown.queueId()));
        model.addAttribute("newQueues", queues.choices(viewer, shown.newQueueId()));
        model.addAttribute("types", types.choices(viewer, shown.typeId()));
        model.addAttribute(
                "statuses",
                List.of(TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED));
        model.addAttribute("priorities", TicketPriority.values());
        model.addAttribute("owners", TicketTaker.values());
        model.addAttribute(
                "audiences",
                viewer.can(MacroService.MANAGE) ? Arrays.asList(MacroAudience.values()) : List.of(MacroAudience.MINE));
        model.addAttribute(
                "placeholders",
                Arrays.stream(Placeholder.values()).map(Placeholder::spelled).toList());
        return "support/macro/form";
    }
}
