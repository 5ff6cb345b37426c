package org.triviumcrm.identity.signin;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Where one is signed in, and the way out of it. */
@Controller
@RequestMapping("/account/sessions")
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String list(Viewer viewer, HttpSession session, Model model) {
        model.addAttribute("sessions", sessions.open(viewer, session.getId()));
        return "identity/account/sessions";
    }

    @PostMapping("/{handle}/end")
    String end(@PathVariable String handle, Viewer viewer, RedirectAttributes after) {
        sessions.end(viewer, handle);
        after.addFlashAttribute("notice", "identity.session.ended");
        return "redirect:/account/sessions";
    }

    @PostMapping("/end-others")
    String endOthers(Viewer viewer, HttpSession session, RedirectAttributes after) {
        sessions.endOthers(viewer, session.getId());
        after.addFlashAttribute("notice", "identity.session.othersEnded");
        return "redirect:/account/sessions";
    }
}
