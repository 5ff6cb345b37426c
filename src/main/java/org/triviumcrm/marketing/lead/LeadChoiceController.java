package org.triviumcrm.marketing.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Typed searches around leads, the warning of duplicates, and the deletion. */
@Controller
class LeadChoiceController {

    private final LeadService leads;
    private final People people;

    LeadChoiceController(LeadService leads, People people) {
        this.leads = leads;
        this.people = people;
    }

    /** Whom the viewer may put in charge of a lead. */
    @GetMapping(LeadList.PATH + "/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, LeadList.NOUN, q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** Who may be the same person as the one that is being typed. */
    @GetMapping(LeadList.PATH + "/twins")
    String twins(@ModelAttribute("described") DescribeLead described, Viewer viewer, Model model) {
        model.addAttribute("twins", leads.twins(viewer, described));
        return "marketing/lead/form :: twins";
    }

    @PostMapping(LeadList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            leads.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "marketing.lead.error.used");
            return "redirect:" + LeadList.PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "marketing.lead.deleted");
        return "redirect:" + LeadList.PATH;
    }
}
