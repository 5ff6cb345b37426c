package org.triviumcrm.marketing.plan;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of annual plans, copies for the next year, and the deletion. */
@Controller
class PlanListController {

    private final PlanService plans;
    private final ListService lists;

    PlanListController(PlanService plans, ListService lists) {
        this.plans = plans;
        this.lists = lists;
    }

    @GetMapping(PlanList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(PlanList.NOUN, viewer, parameters));
        return "marketing/plan/list";
    }

    @PostMapping(PlanList.PATH + "/{id:\\d+}/copy")
    String copy(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            long next = plans.copy(viewer, id);
            flash.addFlashAttribute("notice", "marketing.plan.copied");
            return "redirect:" + PlanList.PATH + "/" + next;
        } catch (PlanRefusal e) {
            flash.addFlashAttribute("problem", e.key());
            return "redirect:" + PlanList.PATH + "/" + id;
        }
    }

    @PostMapping(PlanList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            plans.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "marketing.plan.error.used");
            return "redirect:" + PlanList.PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "marketing.plan.deleted");
        return "redirect:" + PlanList.PATH;
    }
}
