package org.triviumcrm.messaging.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Whether e-mails go out, and those that did not. */
@Controller
@RequestMapping("/administration/mail")
class MailController {

    private final MailService mails;

    MailController(MailService mails) {
        this.mails = mails;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(required = false) @Nullable Long before,
            Viewer viewer,
            Model model) {
        model.addAttribute("page", mails.page(viewer, state, before));
        model.addAttribute("state", state);
        return "messaging/mail/list";
    }

    @PostMapping("/test")
    String test(Viewer viewer, RedirectAttributes after) {
        tell(mails.test(viewer), after);
        return "redirect:/administration/mail";
    }

    @PostMapping("/{id:\\d+}/sending")
    String again(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
        tell(mails.again(viewer, id), after);
        return "redirect:/administration/mail";
    }

    private static void tell(MailRow mail, RedirectAttributes after) {
        boolean sent = mail.state() == MailState.SENT;
        after.addFlashAttribute(
                sent ? "notice" : "problem",
                switch (mail.state()) {
                    case SENT -> "messaging.mail.sent";
                    case DROPPED -> "messaging.mail.noAddress";
                    default -> mail.problem() == null ? "messaging.mail.notReady" : "messaging.mail.notSent";
                });
        after.addFlashAttribute("noticeArgument", sent ? mail.email() : mail.problem());
    }
}
