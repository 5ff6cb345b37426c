package org.triviumcrm.marketing.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.FieldForm;
import org.triviumcrm.shared.web.FieldForms;
import org.triviumcrm.shared.web.Part;

/** Single fields of a campaign, edited on its page. */
@Controller
class CampaignFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
                    "name",
                    "methodId",
                    "region",
                    "parentId",
                    "planId",
                    "startOn",
                    "endOn",
                    "goal",
                    "note",
                    "expectedParticipants",
                    "expectedOpportunities",
                    "ownerId")
            .with("expectedRevenue", "currency");

    private final CampaignService campaigns;
    private final CampaignForms forms;
    private final FieldForms fields;
    private final CustomFields custom;

    CampaignFieldController(CampaignService campaigns, CampaignForms forms, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.campaigns = campaigns;
        this.forms = forms;
        this.fields = fields;
    }

    @CanEditCampaigns
    @GetMapping("/marketing/campaigns/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        of(page, field).show(model);
        return view(viewer, model, page, htmx);
    }

    @CanEditCampaigns
    @PostMapping("/marketing/campaigns/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        FieldForm<SaveCampaign> form = of(page, field).read(request);
        if (!form.errors().hasErrors()) {
            try {
                campaigns.update(viewer, id, form.typed());
                return "redirect:/marketing/campaigns/" + id;
            } catch (IllegalStep e) {
                e.tell(form.errors());
            }
        }
        return form.rejected(model, response, view(viewer, model, page, htmx));
    }

    private FieldForm<SaveCampaign> of(CampaignPage page, String field) {
        return fields.of("campaign", page.toInput(), custom.editable(CampaignFields.NOUN, FIELDS), field);
    }

    private String view(Viewer viewer, Model model, CampaignPage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        forms.fill(viewer, model, page.toInput());
        return Part.of(htmx, "marketing/campaign/field");
    }
}
