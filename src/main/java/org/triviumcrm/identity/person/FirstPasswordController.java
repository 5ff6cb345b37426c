package org.triviumcrm.identity.person;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** First passwords for the people ticked in the list, or all that it finds. */
@Controller
@RequestMapping("/administration/people/first-passwords")
class FirstPasswordController {

    private final FirstPasswordService passwords;

    FirstPasswordController(FirstPasswordService passwords) {
        this.passwords = passwords;
    }

    /** From the list: says what would happen. What is no number is none of those chosen. */
    @PostMapping("/question")
    String ask(
            GiveFirstPasswords chosen,
            BindingResult unchecked,
            @RequestParam(defaultValue = "false") boolean all,
            PersonFilter filter,
            Viewer viewer,
            Model model) {
        model.addAttribute("input", chosen);
        model.addAttribute("list", filter.link(filter.number()));
        return form(all ? passwords.question(viewer, filter) : passwords.question(viewer, chosen.getIds()), model);
    }

    /** The answer is the only place where they are ever seen: no address leads there again. */
    @CanManagePeople
    @PostMapping
    String give(
            @Valid @ModelAttribute("input") GiveFirstPasswords input,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            FirstPasswords given = passwords.give(viewer, input);
            if (!given.given().isEmpty()) {
                model.addAttribute("passwords", given);
                model.addAttribute(
                        "address",
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/sign-in")
                                .toUriString());
                return "identity/person/first-passwords";
            }
            errors.rejectValue("ids", "identity.firstPassword.error.none");
        }
        model.addAttribute("list", "/administration/people");
        return Rejected.with(form(passwords.question(viewer, input.getIds()), model));
    }

    private static String form(FirstPasswordQuestion question, Model model) {
        model.addAttribute("question", question);
        return "identity/person/first-passwords-question";
    }
}
