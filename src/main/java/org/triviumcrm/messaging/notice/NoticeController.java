package org.triviumcrm.messaging.notice;

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

/** The list behind the bell. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private final NoticeService notices;

    NoticeController(NoticeService notices) {
        this.notices = notices;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Long before,
            Viewer viewer,
            Model model) {
        model.addAttribute("page", notices.page(viewer, unread, before));
        model.addAttribute("unreadOnly", unread);
        return "messaging/notice/list";
    }

    /** What the bell unfolds. */
    @GetMapping("/latest")
    String latest(Viewer viewer, Model model) {
        model.addAttribute("page", notices.latest(viewer));
        return "messaging/notice/bell :: latest";
    }

    /** On to what it is about; the bell counts it no more. */
    @GetMapping("/{id:\\d+}")
    String open(@PathVariable long id, Viewer viewer) {
        return "redirect:" + notices.open(viewer, id);
    }

    @PostMapping("/reading")
    String markAllRead(@RequestParam long upTo, Viewer viewer, RedirectAttributes after) {
        notices.markAllRead(viewer, upTo);
        after.addFlashAttribute("notice", "messaging.notice.allRead");
        return "redirect:/notices";
    }
}
