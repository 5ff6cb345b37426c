package org.triviumcrm.identity.person;

import jakarta.validation.Valid;
import java.util.Locale;
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
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.RoleNames;
import org.triviumcrm.identity.settings.Settings;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.web.Rejected;

/** The people of the company. */
@Controller
@RequestMapping("/administration/people")
class PersonController {

    private static final String FORM = "identity/person/form";

    /** On the form, but a matter of taste that no history is kept of. */
    private static final HistoryField LANGUAGE = HistoryField.text("language", "identity.person.language");

    private final PersonService people;
    private final Teams teams;
    private final RoleNames roles;
    private final FieldHistory history;
    private final EditConflicts conflicts;

    PersonController(
            PersonService people, Teams teams, RoleNames roles, FieldHistory history, EditConflicts conflicts) {
        this.conflicts = conflicts;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
        this.history = history;
    }

    @GetMapping
    String list(@ModelAttribute("filter") PersonFilter filter, Viewer viewer, Locale locale, Model model) {
        model.addAttribute("people", people.list(viewer, filter));
        model.addAttribute("teams", teams.tree());
        model.addAttribute("roles", roles.all(locale));
        return "identity/person/list";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Locale locale, Model model) {
        model.addAttribute("input", people.blank(viewer));
        return form(locale, model);
    }

    @CanManagePeople
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") EditPerson input,
            BindingResult errors,
            Viewer viewer,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                people.create(viewer, input);
                after.addFlashAttribute("notice", "identity.person.created");
                after.addFlashAttribute("noticeArgument", input.name());
                return "redirect:/administration/people";
            } catch (PersonRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(locale, model));
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Locale locale, Model model) {
        Person person = people.find(viewer, id);
        model.addAttribute("input", EditPerson.of(person));
        return form(person, locale, model);
    }

    @CanManagePeople
    @PostMapping("/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") EditPerson input,
            BindingResult errors,
            Viewer viewer,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                people.edit(viewer, id, input);
                after.addFlashAttribute("notice", "identity.person.saved");
                return "redirect:/administration/people/" + id;
            } catch (PersonRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                Person saved = people.find(viewer, id);
                EditPerson now = EditPerson.of(saved);
                String form = form(saved, locale, model);
                return conflicts.show(model, "person", id, saved.getVersion(), now, input, form, LANGUAGE);
            }
        }
        return Rejected.with(form(people.find(viewer, id), locale, model));
    }

    private String form(Person person, Locale locale, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("history", history.of("person", person.getId(), 20, locale));
        return form(locale, model);
    }

    private String form(Locale locale, Model model) {
        model.addAttribute("languages", Settings.languageOptions());
        model.addAttribute("roles", roles.all(locale));
        model.addAttribute(
                "teams",
                teams.tree().stream()
                        .map(team -> new Settings.Option(Long.toString(team.id()), team.path()))
                        .toList());
        return FORM;
    }
}
