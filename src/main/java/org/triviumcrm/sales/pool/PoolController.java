package org.triviumcrm.sales.pool;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's pools. */
@Controller
@RequestMapping("/administration/pools")
class PoolController {

    private static final int CHOICES = 20;

    private final PoolService pools;
    private final Teams teams;
    private final People people;
    private final Companies companies;
    private final EditConflicts conflicts;

    PoolController(PoolService pools, Teams teams, People people, Companies companies, EditConflicts conflicts) {
        this.pools = pools;
        this.teams = teams;
        this.people = people;
        this.companies = companies;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", pools.all(viewer));
        model.addAttribute("currency", companies.currency());
        return "sales/pool/pools";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        SavePool proposed = pools.proposed(viewer);
        model.addAttribute("input", proposed);
        return form(viewer, model, 0, proposed);
    }

    @CanManagePools
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SavePool input,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean preview,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(viewer, model, 0, input));
        }
        if (preview) {
            model.addAttribute("preview", pools.preview(viewer, input));
            return form(viewer, model, 0, input);
        }
        pools.create(viewer, input);
        flash.addFlashAttribute("notice", "sales.pool.saved");
        return "redirect:/administration/pools";
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SavePool saved = SavePool.of(pools.find(viewer, id));
        model.addAttribute("input", saved);
        return form(viewer, model, id, saved);
    }

    @CanManagePools
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SavePool input,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean preview,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(form(viewer, model, id, input));
        }
        if (preview) {
            model.addAttribute("preview", pools.preview(viewer, input));
            return form(viewer, model, id, input);
        }
        try {
            pools.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Pool saved = pools.find(viewer, id);
            return conflicts.show(
                    model,
                    "opportunity_pool",
                    id,
                    saved.getVersion(),
                    SavePool.of(saved),
                    input,
                    form(viewer, model, id, input));
        }
        flash.addFlashAttribute("notice", "sales.pool.saved");
        return "redirect:/administration/pools";
    }

    @GetMapping("/keepers")
    @ResponseBody
    List<Option> keepers(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return pools.keepers(viewer, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    private boolean isRefused(Viewer viewer, SavePool input, long id, BindingResult errors) {
        Long keeper = input.keeperId();
        if (pools.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.pool.error.nameTaken");
        }
        if (input.isUpsideDown()) {
            errors.rejectValue("mostAmount", "sales.pool.error.upsideDown");
        }
        if (keeper != null && !pools.mayKeep(viewer, keeper)) {
            errors.rejectValue("keeperId", "sales.pool.error.keeperMayNot");
        }
        return errors.hasErrors();
    }

    /** @param input null where what was typed can't be read */
    private String form(Viewer viewer, Model model, long id, @Nullable SavePool input) {
        model.addAttribute("id", id);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("pipelines", pools.pipelines(viewer));
        model.addAttribute("stages", pools.stages(viewer));
        model.addAttribute(
                "teams",
                teams.tree().stream()
                        .map(team -> new Option(team.id(), team.path()))
                        .toList());
        model.addAttribute(
                "keeper",
                Optional.ofNullable(input)
                        .map(SavePool::keeperId)
                        .flatMap(people::find)
                        .map(PersonRef::name)
                        .orElse(""));
        return "sales/pool/form";
    }
}
