package org.triviumcrm.sales.pool;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Taking what was chosen on the page of pools: one or several, for oneself or for somebody else. */
@Controller
@RequestMapping(PoolList.PATH)
class ClaimController {

    private static final String CLAIMED = "sales.pool.claimed";

    private final ClaimService claims;
    private final People people;

    ClaimController(ClaimService claims, People people) {
        this.claims = claims;
        this.people = people;
    }

    /** What is no row is none of those chosen. */
    @CanClaimOpportunities
    @PostMapping("/claims")
    String claim(
            @Valid @ModelAttribute("choice") ChooseFromPool choice,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "sales.pool.error.many");
            return "redirect:" + PoolList.PATH;
        }
        return done(claims.claim(viewer, ids(viewer, choice)), CLAIMED, model, flash);
    }

    /** The question for whom, about one or about those ticked. */
    @GetMapping("/assignment")
    String askAboutOne(
            @ModelAttribute("choice") ChooseFromPool choice,
            BindingResult unchecked,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        return Part.of(htmx, form(viewer, choice, model));
    }

    @PostMapping("/assignment")
    String ask(ChooseFromPool choice, BindingResult unchecked, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("choice", choice);
        return Part.of(htmx, form(viewer, choice, model));
    }

    @CanClaimOpportunities
    @PostMapping("/assignments")
    String assign(
            @Valid @ModelAttribute("choice") ChooseFromPool choice,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Long person = choice.personId();
        if (person == null) {
            errors.rejectValue("personId", "sales.pool.error.nobody");
        }
        if (person != null && !errors.hasErrors()) {
            try {
                return done(claims.assign(viewer, ids(viewer, choice), person), "sales.pool.assigned", model, flash);
            } catch (Refusal refused) {
                refused.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(viewer, choice, model)));
    }

    @GetMapping("/receivers")
    @ResponseBody
    List<Option> receivers(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return claims.receivers(viewer, q).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** One that was named is tried whatever has become of it meanwhile: who was faster is told. */
    private List<Long> ids(Viewer viewer, ChooseFromPool choice) {
        return choice.isAll()
                ? claims.chosen(viewer, choice).stream().map(TakenRow::id).toList()
                : choice.ids();
    }

    private String form(Viewer viewer, ChooseFromPool choice, Model model) {
        model.addAttribute("chosen", claims.chosen(viewer, choice));
        model.addAttribute(
                "person",
                Optional.ofNullable(choice.personId())
                        .flatMap(people::find)
                        .map(PersonRef::name)
                        .orElse(""));
        return "sales/pool/assignment";
    }

    private static String done(List<TakenRow> rows, String notice, Model model, RedirectAttributes flash) {
        List<TakenRow> refused = rows.stream().filter(row -> !row.isTaken()).toList();
        if (rows.isEmpty()) {
            flash.addFlashAttribute("problem", "sales.pool.error.none");
        } else if (refused.isEmpty()) {
            flash.addFlashAttribute("notice", notice);
            flash.addFlashAttribute("noticeArgument", rows.size());
            if (notice.equals(CLAIMED)) {
                flash.addFlashAttribute("noticeUndo", ClaimUndoController.of(rows));
            }
        } else {
            model.addAttribute("taken", rows.stream().filter(TakenRow::isTaken).toList());
            model.addAttribute("refused", refused);
            model.addAttribute("undo", notice.equals(CLAIMED));
            return "sales/pool/done";
        }
        boolean one = rows.size() == 1 && notice.equals(CLAIMED);
        return "redirect:" + (one ? "/sales/opportunities/" + rows.get(0).id() : PoolList.PATH);
    }
}
