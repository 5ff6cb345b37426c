package org.triviumcrm.marketing.lead;

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
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.FieldForm;
import org.triviumcrm.shared.web.FieldForms;
import org.triviumcrm.shared.web.Part;

/** Single fields of a lead, edited on its page. */
@Controller
class LeadFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
            "fullName",
            "company",
            "jobTitle",
            "email",
            "phone",
            "country",
            "region",
            "city",
            "industry",
            "source",
            "campaignId",
            "reference",
            "noEmail",
            "noCall",
            "note",
            "ownerId");

    private final LeadService leads;
    private final LeadForms forms;
    private final FieldForms fields;
    private final CustomFields custom;

    LeadFieldController(LeadService leads, LeadForms forms, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.leads = leads;
        this.forms = forms;
        this.fields = fields;
    }

    @CanEditLeads
    @GetMapping(LeadList.PATH + "/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        LeadPage page = leads.page(viewer, id);
        of(page, field).show(model);
        return view(model, page, htmx);
    }

    @CanEditLeads
    @PostMapping(LeadList.PATH + "/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        LeadPage page = leads.page(viewer, id);
        FieldForm<SaveLead> form = of(page, field).read(request);
        if (!form.errors().hasErrors()) {
            forms.check(viewer, id, form.typed(), form.errors(), field);
        }
        if (!form.errors().hasErrors()) {
            leads.update(viewer, id, form.typed());
            return "redirect:" + LeadList.PATH + "/" + id;
        }
        return form.rejected(model, response, view(model, page, htmx));
    }

    private FieldForm<SaveLead> of(LeadPage page, String field) {
        return fields.of("lead", page.toInput(), custom.editable(LeadFields.NOUN, FIELDS), field);
    }

    private static String view(Model model, LeadPage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        model.addAttribute("ownerName", page.owner());
        model.addAttribute("campaignName", page.campaign());
        return Part.of(htmx, "marketing/lead/field");
    }
}
