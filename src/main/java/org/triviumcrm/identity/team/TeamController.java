package org.triviumcrm.identity.team;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
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
import org.triviumcrm.identity.CanManageTeams;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.settings.Settings;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The team tree. */
@Controller
@RequestMapping("/administration/teams")
class TeamController {

    private static final String LIST = "redirect:/administration/teams";

    private final TeamService teams;
    private final People people;
    private final EditConflicts conflicts;

    TeamController(TeamService teams, People people, EditConflicts conflicts) {
        this.conflicts = conflicts;
        this.teams = teams;
        this.people = people;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("teams", teams.rows(viewer));
        return "identity/team/list";
    }

    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable Long parent, Viewer viewer, Model model) {
        model.addAttribute("input", teams.blank(viewer, parent));
        return form(viewer, null, null, model);
    }

    @CanManageTeams
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") EditTeam input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                teams.create(viewer, input);
                after.addFlashAttribute("notice", "identity.team.created");
                after.addFlashAttribute("noticeArgument", input.name());
                return LIST;
            } catch (TeamRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(viewer, null, input.managerId(), model));
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        EditTeam team = teams.find(viewer, id);
        model.addAttribute("input", team);
        return form(viewer, id, team.managerId(), model);
    }

    @CanManageTeams
    @PostMapping("/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") EditTeam input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                teams.edit(viewer, id, input);
                after.addFlashAttribute("notice", "identity.team.saved");
                return LIST;
            } catch (TeamRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                EditTeam saved = teams.find(viewer, id);
                String form = form(viewer, id, input.managerId(), model);
                return conflicts.show(model, "team", id, Objects.requireNonNull(saved.version()), saved, input, form);
            }
        }
        return Rejected.with(form(viewer, id, input.managerId(), model));
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
        try {
            teams.remove(viewer, id);
            after.addFlashAttribute("notice", "identity.team.removed");
        } catch (TeamRefusal refusal) {
            after.addFlashAttribute("problem", refusal.key());
        }
        return LIST;
    }

    private String form(Viewer viewer, @Nullable Long id, @Nullable Long managerId, Model model) {
        List<Settings.Option> parents = teams.parents(viewer, id).stream()
                .map(team -> new Settings.Option(Long.toString(team.id()), team.path()))
                .toList();
        model.addAttribute("id", id);
        model.addAttribute("parents", parents);
        model.addAttribute(
                "manager",
                managerId == null
                        ? null
                        : people.find(managerId).map(PersonRef::name).orElse(""));
        return "identity/team/form";
    }
}
