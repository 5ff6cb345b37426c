package org.triviumcrm.customer.customer;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.FieldForm;
import org.triviumcrm.shared.web.FieldForms;
import org.triviumcrm.shared.web.Part;

/** Single fields of a customer, edited on its page. */
@Controller
class CustomerFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
                    "name",
                    "parentId",
                    "industry",
                    "level",
                    "country",
                    "region",
                    "city",
                    "address",
                    "phone",
                    "website",
                    "email",
                    "employees",
                    "foundedYear",
                    "noEmail",
                    "noCall",
                    "note",
                    "ownerId")
            .with("annualRevenue", "currency");

    private final CustomerService customers;
    private final Companies companies;
    private final FieldForms fields;
    private final CustomFields custom;

    CustomerFieldController(CustomerService customers, Companies companies, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.customers = customers;
        this.companies = companies;
        this.fields = fields;
    }

    @GetMapping("/customers/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        CustomerPage page = customers.page(viewer, id);
        of(page, field).show(model);
        return view(model, page, htmx);
    }

    @CanEditCustomers
    @PostMapping("/customers/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        CustomerPage page = customers.page(viewer, id);
        FieldForm<SaveCustomer> form = of(page, field).read(request);
        if (!form.errors().hasErrors()
                && customers.isBelow(viewer, id, form.typed().parentId())) {
            form.errors().rejectValue("parentId", "customer.error.parent");
        }
        if (!form.errors().hasErrors()) {
            customers.update(viewer, id, form.typed());
            return "redirect:/customers/" + id;
        }
        return form.rejected(model, response, view(model, page, htmx));
    }

    private FieldForm<SaveCustomer> of(CustomerPage page, String field) {
        EditableFields editable = custom.editable(CustomerFields.NOUN, FIELDS);
        return fields.of("customer", page.toInput(companies.currency()), editable, field);
    }

    private String view(Model model, CustomerPage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        model.addAttribute("companyCurrency", companies.currency());
        model.addAttribute("ownerName", page.owner());
        model.addAttribute("parentName", page.parent());
        return Part.of(htmx, "customer/customer/field");
    }
}
