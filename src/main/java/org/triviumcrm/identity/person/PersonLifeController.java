package org.triviumcrm.identity.person;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Switches people on and off, and gives them temporary passwords. */
@Controller
@RequestMapping("/administration/people/{id}")
class PersonLifeController {

    private final PersonService people;

    PersonLifeController(PersonService people) {
        this.people = people;
    }

    @PostMapping("/activation")
    String switchOn(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
        return change(id, after, "identity.person.switchedOn", () -> people.switchOn(viewer, id));
    }

    @PostMapping("/deactivation")
    String switchOff(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
        return change(id, after, "identity.person.switchedOff", () -> people.switchOff(viewer, id));
    }

    @PostMapping("/temporary-password")
    String givePassword(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String password,
            Viewer viewer,
            RedirectAttributes after) {
        return change(id, after, "identity.person.passwordGiven", () -> people.givePassword(viewer, id, password));
    }

    private static String change(long id, RedirectAttributes after, String notice, Runnable change) {
        try {
            change.run();
            after.addFlashAttribute("notice", notice);
        } catch (PersonRefusal refusal) {
            after.addFlashAttribute("problem", refusal.key());
        }
        return "redirect:/administration/people/" + id;
    }
}
