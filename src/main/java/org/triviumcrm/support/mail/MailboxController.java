package org.triviumcrm.support.mail;

import jakarta.validation.Valid;
import java.util.Arrays;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.type.TypeService;

/** The administrator's mailboxes. */
@Controller
@RequestMapping(MailboxController.PATH)
class MailboxController {

    static final String PATH = "/administration/mailboxes";

    private final MailboxService mailboxes;
    private final MailboxCheck check;
    private final QueueService queues;
    private final TypeService types;
    private final EditConflicts conflicts;

    MailboxController(
            MailboxService mailboxes,
            MailboxCheck check,
            QueueService queues,
            TypeService types,
            EditConflicts conflicts) {
        this.mailboxes = mailboxes;
        this.check = check;
        this.queues = queues;
        this.types = types;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", mailboxes.all(viewer));
        return "support/mailbox/list";
    }

    @CanManageMailboxes
    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        SaveMailbox proposed = SaveMailbox.proposed(queues.first(viewer));
        model.addAttribute("input", proposed);
        return form(viewer, model, 0, proposed);
    }

    @CanManageMailboxes
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveMailbox input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        check.check(viewer, input, 0, errors);
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, 0, input));
        }
        return saved(mailboxes.create(viewer, input), flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveMailbox saved = SaveMailbox.of(mailboxes.find(viewer, id));
        model.addAttribute("input", saved);
        return form(viewer, model, id, saved);
    }

    @CanManageMailboxes
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveMailbox input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        mailboxes.find(viewer, id);
        check.check(viewer, input, id, errors);
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, id, input));
        }
        try {
            mailboxes.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Mailbox now = mailboxes.find(viewer, id);
            String form = form(viewer, model, id, input);
            return conflicts.show(model, "mailbox", id, now.getVersion(), SaveMailbox.of(now), input, form);
        }
        return saved(id, flash);
    }

    /** Whether it can be read as it is saved. */
    @PostMapping("/{id:\\d+}/test")
    String test(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("noticeArgument", mailboxes.test(viewer, id));
            flash.addFlashAttribute("notice", "support.mailbox.tested");
        } catch (MailboxFailure e) {
            flash.addFlashAttribute("problem", e.key());
            flash.addFlashAttribute("noticeArgument", e.detail());
        }
        return "redirect:" + PATH + "/" + id + "/edit";
    }

    private String form(Viewer viewer, Model model, long id, SaveMailbox shown) {
        model.addAttribute("id", id);
        model.addAttribute("securities", Arrays.asList(MailboxSecurity.values()));
        model.addAttribute("queues", queues.choices(viewer, shown.queueId()));
        model.addAttribute("types", types.choices(viewer, shown.typeId()));
        model.addAttribute("keeps", mailboxes.canKeepPasswords(viewer));
        return "support/mailbox/form";
    }

    private static String saved(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.mailbox.saved");
        return "redirect:" + PATH + "/" + id + "/edit";
    }
}
