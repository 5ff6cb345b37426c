package org.triviumcrm.sales.reminder;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.receivable.LatePayments;
import org.triviumcrm.sales.receivable.ReminderLevel;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Letters that remind of payments: those that were sent, and the form of another one. */
@Controller
class PaymentReminderController {

    private static final String REMINDERS = "/sales/contracts/{id:\\d+}/payment-reminders";

    private final PaymentReminderService reminders;
    private final ContractService contracts;
    private final MessageSource messages;

    PaymentReminderController(PaymentReminderService reminders, ContractService contracts, MessageSource messages) {
        this.reminders = reminders;
        this.contracts = contracts;
        this.messages = messages;
    }

    @GetMapping(REMINDERS)
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("reminders", reminders.of(viewer, id));
        return "sales/reminder/panel";
    }

    /** @param level what comes next where none is named @param contactId whom the contract names, or else the first, where none is */
    @CanSendPaymentReminders
    @GetMapping(REMINDERS + "/new")
    String blank(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable ReminderLevel level,
            @RequestParam(required = false) @Nullable Long contactId,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        ContractPage contract = contracts.page(viewer, id);
        LatePayments late = reminders.late(viewer, contract);
        List<ReminderContact> contacts = reminders.contacts(viewer, contract);
        ReminderContact to = contacts.stream()
                .filter(one -> contactId == null || one.id() == contactId)
                .findFirst()
                .orElse(null);
        model.addAttribute("reminder", reminders.proposed(viewer, contract, late, level, to));
        return Part.of(htmx, form(viewer, model, contract, late, contacts));
    }

    @CanSendPaymentReminders
    @PostMapping(REMINDERS)
    String send(
            @PathVariable long id,
            @Valid @ModelAttribute("reminder") SendPaymentReminder reminder,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ContractPage contract = contracts.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                reminders.send(viewer, id, reminder);
                flash.addFlashAttribute("notice", "sales.reminder.sent");
                return "redirect:/sales/contracts/" + id + "/payments";
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(
                htmx,
                form(viewer, model, contract, reminders.late(viewer, contract), reminders.contacts(viewer, contract))));
    }

    private String form(
            Viewer viewer, Model model, ContractPage contract, LatePayments late, List<ReminderContact> contacts) {
        model.addAttribute("contract", contract);
        model.addAttribute("late", late.payments());
        model.addAttribute("seen", late.seen());
        model.addAttribute("currency", late.currency());
        model.addAttribute(
                "contacts",
                contacts.stream()
                        .map(one -> new Option(one.id(), one.name() + " · " + one.email()))
                        .toList());
        model.addAttribute(
                "levels",
                Arrays.stream(ReminderLevel.values())
                        .map(one -> new Option(
                                one,
                                messages.getMessage(
                                        "sales.reminder.level." + one, null, LocaleContextHolder.getLocale())))
                        .toList());
        model.addAttribute("leaves", reminders.canLeave(viewer));
        return "sales/reminder/form";
    }
}
