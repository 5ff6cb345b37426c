package org.triviumcrm.sales.opportunity;

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

/** Single fields of an opportunity, edited on its page. */
@Controller
class OpportunityFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
                    "name",
                    "customerId",
                    "contactId",
                    "productId",
                    "competitorId",
                    "probability",
                    "expectedCloseDate",
                    "nextStep",
                    "description")
            .with("amount", "currency");

    private final OpportunityService opportunities;
    private final OpportunityForms forms;
    private final FieldForms fields;
    private final CustomFields custom;

    OpportunityFieldController(
            OpportunityService opportunities, OpportunityForms forms, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.opportunities = opportunities;
        this.forms = forms;
        this.fields = fields;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        of(page, field).show(model);
        return view(viewer, model, page, htmx);
    }

    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        FieldForm<UpdateOpportunity> form = of(page, field).read(request);
        if (!form.errors().hasErrors()) {
            try {
                opportunities.update(viewer, id, form.typed());
                return "redirect:/sales/opportunities/" + id;
            } catch (StageAsks asks) {
                asks.into(form.errors());
            } catch (CompetitorAsked e) {
                e.tell(form.errors());
            } catch (NoRate e) {
                String currency = form.typed().currency();
                form.errors().rejectValue("amount", "sales.error.noRate", new Object[] {currency}, null);
            }
        }
        return form.rejected(model, response, view(viewer, model, page, htmx));
    }

    private FieldForm<UpdateOpportunity> of(OpportunityPage page, String field) {
        return fields.of("opportunity", page.toUpdate(), custom.editable(OpportunityCustomFields.NOUN, FIELDS), field);
    }

    private String view(Viewer viewer, Model model, OpportunityPage page, HtmxRequest htmx) {
        forms.fill(viewer, model, page.toUpdate());
        model.addAttribute("page", page);
        return Part.of(htmx, "sales/opportunity/field");
    }
}
