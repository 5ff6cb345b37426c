package org.triviumcrm.marketing.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Option;

/** The list of campaigns, typed searches around them, and the deletion. */
@Controller
class CampaignListController {

    private final CampaignService campaigns;
    private final ListService lists;
    private final ProductCatalogue products;
    private final People people;

    CampaignListController(CampaignService campaigns, ListService lists, ProductCatalogue products, People people) {
        this.campaigns = campaigns;
        this.lists = lists;
        this.products = products;
        this.people = people;
    }

    @GetMapping("/marketing/campaigns")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(CampaignList.NOUN, viewer, parameters));
        return "marketing/campaign/list";
    }

    @GetMapping("/marketing/campaigns/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return campaigns.choices(viewer, q);
    }

    /** Whom the viewer may put in charge of a campaign. */
    @GetMapping("/marketing/campaigns/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, CampaignList.NOUN, q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** What a campaign can be about. */
    @GetMapping("/marketing/campaigns/products")
    @ResponseBody
    List<Option> products(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return products.find(viewer, q);
    }

    @PostMapping("/marketing/campaigns/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            campaigns.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "marketing.campaign.error.used");
            return "redirect:/marketing/campaigns/" + id;
        }
        flash.addFlashAttribute("notice", "marketing.campaign.deleted");
        return "redirect:/marketing/campaigns";
    }
}
