package org.triviumcrm.sales.member;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Who works on an opportunity besides its owner. */
@Controller
class MemberController {

    private final MemberService members;
    private final OpportunityService opportunities;
    private final People people;

    MemberController(MemberService members, OpportunityService opportunities, People people) {
        this.members = members;
        this.opportunities = opportunities;
        this.people = people;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/members")
    String list(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("members", members.of(viewer, opportunity));
        return Part.of(htmx, "sales/member/list");
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/members/new")
    String blank(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long personId,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        AddMember member = members.form(viewer, opportunity, personId);
        model.addAttribute("member", member);
        return form(opportunity, member, htmx, model);
    }

    @CanShareOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/members")
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("member") AddMember member,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                members.add(viewer, id, member);
                flash.addFlashAttribute("notice", "sales.member.added");
                return "redirect:/sales/opportunities/" + id;
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(opportunity, member, htmx, model));
    }

    @CanViewMembers
    @PostMapping("/sales/opportunities/{id:\\d+}/members/removal")
    String remove(
            @PathVariable long id,
            @Valid RemoveMember member,
            BindingResult ignored,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            members.remove(viewer, id, member);
            flash.addFlashAttribute("notice", "sales.member.removed");
        } catch (MemberRefusal e) {
            flash.addFlashAttribute("problem", e.key());
        }
        boolean left = Objects.equals(member.personId(), viewer.personId());
        return left ? "redirect:/sales/opportunities" : "redirect:/sales/opportunities/" + id;
    }

    @GetMapping("/sales/opportunities/colleagues")
    @ResponseBody
    List<Option> colleagues(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return members.candidates(viewer, q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    private String form(OpportunityPage opportunity, AddMember member, HtmxRequest htmx, Model model) {
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("accesses", Access.values());
        model.addAttribute(
                "person",
                Optional.ofNullable(member.personId())
                        .flatMap(people::find)
                        .map(PersonRef::name)
                        .orElse(""));
        return Part.of(htmx, "sales/member/form");
    }
}
