package org.triviumcrm.support.mail;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.web.Rejected;

/** Mails that wait for somebody to decide. */
@Controller
@RequestMapping(TrayController.PATH)
class TrayController {

    static final String PATH = "/support/mail-tray";

    private static final String ONE = "/{id:\\d+}";
    private static final String BACK = "redirect:" + PATH;

    private final TrayService tray;

    TrayController(TrayService tray) {
        this.tray = tray;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean aside,
            @RequestParam(required = false) @Nullable Long before,
            Viewer viewer,
            Model model) {
        model.addAttribute("page", tray.page(viewer, aside, before));
        model.addAttribute("aside", aside);
        return "support/tray/list";
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("mail", tray.mail(viewer, id));
        model.addAttribute("input", new PlaceMail(null));
        return "support/tray/show";
    }

    @GetMapping(ONE + "/original")
    void download(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Download.begin(response, "mail-" + id + ".eml", "message/rfc822", tray.size(viewer, id));
        tray.write(viewer, id, response.getOutputStream());
    }

    @PostMapping(ONE + "/ticket")
    String open(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("noticeArgument", tray.open(viewer, id));
            flash.addFlashAttribute("notice", "support.tray.opened");
        } catch (NoPlace e) {
            flash.addFlashAttribute("problem", e.key());
        }
        return BACK;
    }

    @CanSortMail
    @PostMapping(ONE + "/place")
    String place(
            @PathVariable long id,
            @Valid @ModelAttribute("input") PlaceMail input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TrayMail mail = tray.mail(viewer, id);
        if (!errors.hasErrors()) {
            try {
                flash.addFlashAttribute("noticeArgument", tray.place(viewer, id, input));
                flash.addFlashAttribute("notice", "support.tray.placed");
                return BACK;
            } catch (NoPlace e) {
                errors.rejectValue("number", e.key());
            }
        }
        model.addAttribute("mail", mail);
        return Rejected.with("support/tray/show");
    }

    @PostMapping(ONE + "/aside")
    String putAside(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        tray.putAside(viewer, id);
        flash.addFlashAttribute("notice", "support.tray.aside.done");
        return BACK;
    }

    @PostMapping(ONE + "/return")
    String putBack(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        tray.putBack(viewer, id);
        flash.addFlashAttribute("notice", "support.tray.back.done");
        return BACK;
    }
}
