package org.triviumcrm.sales.attribution;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The campaigns that have brought an opportunity. */
@Controller
class AttributionController {

    private static final String PATH = "/sales/opportunities/{id:\\d+}/attribution";

    /** Empty lines below those that are there. */
    private static final int MORE = 2;

    private static final int MOST = 50;

    private final AttributionService attributions;
    private final OpportunityService opportunities;
    private final Campaigns campaigns;
    private final Companies companies;

    AttributionController(
            AttributionService attributions,
            OpportunityService opportunities,
            Campaigns campaigns,
            Companies companies) {
        this.attributions = attributions;
        this.opportunities = opportunities;
        this.campaigns = campaigns;
        this.companies = companies;
    }

    @GetMapping(PATH)
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("opportunity", opportunities.page(viewer, id));
        model.addAttribute("attribution", attributions.of(viewer, id));
        model.addAttribute("models", AttributionModel.values());
        model.addAttribute("currency", companies.currency());
        return Part.of(htmx, "sales/attribution/show");
    }

    @CanAttribute
    @GetMapping(PATH + "/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        Attribution attribution = attributions.of(viewer, id);
        if (!attribution.changeable()) {
            throw new AccessDeniedException("May only look at opportunity " + id);
        }
        SaveAttribution form = new SaveAttribution();
        form.setVersion(attribution.version());
        attribution.touches().forEach(touch -> form.getLines().add(line(touch)));
        model.addAttribute("attributing", form);
        return form(viewer, opportunity, attribution, form, htmx, model);
    }

    @CanAttribute
    @PostMapping(PATH)
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("attributing") SaveAttribution attributing,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                attributions.save(viewer, id, attributing);
                flash.addFlashAttribute("notice", "sales.attribution.saved");
                return "redirect:/sales/opportunities/" + id;
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, opportunity, attributions.of(viewer, id), attributing, htmx, model));
    }

    private String form(
            Viewer viewer,
            OpportunityPage opportunity,
            Attribution attribution,
            SaveAttribution form,
            HtmxRequest htmx,
            Model model) {
        List<TouchLine> lines = form.getLines();
        int used = (int) lines.stream().filter(line -> !line.isBlank()).count();
        while (lines.size() < Math.min(MOST, used + MORE)) {
            lines.add(new TouchLine());
        }
        Map<Long, @Nullable String> names = new TreeMap<>();
        attribution.touches().forEach(touch -> names.put(touch.campaignId(), touch.campaign()));
        lines.stream()
                .map(TouchLine::getCampaignId)
                .filter(Objects::nonNull)
                .filter(campaign -> !names.containsKey(campaign))
                .forEach(campaign -> names.put(campaign, campaigns.name(viewer, campaign)));
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("names", names);
        return Part.of(htmx, "sales/attribution/form");
    }

    private TouchLine line(Touch touch) {
        TouchLine line = new TouchLine();
        line.setCampaignId(touch.campaignId());
        line.setTouchedOn(touch.firstAt().atZone(companies.zone()).toLocalDate());
        BigDecimal said = touch.said();
        line.setPercent(
                said == null ? null : said.stripTrailingZeros().scale() <= 0 ? said.setScale(0) : said.setScale(2));
        return line;
    }
}
