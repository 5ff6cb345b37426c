package org.triviumcrm.customer.contact;

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

/** Single fields of a contact, edited on its page. */
@Controller
class ContactFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
            "name",
            "customerId",
            "jobTitle",
            "email",
            "phone",
            "mobile",
            "birthday",
            "noEmail",
            "noCall",
            "note",
            "ownerId");

    private final ContactService contacts;
    private final FieldForms fields;
    private final CustomFields custom;

    ContactFieldController(ContactService contacts, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.contacts = contacts;
        this.fields = fields;
    }

    @GetMapping("/contacts/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        ContactPage page = contacts.page(viewer, id);
        of(page, field).show(model);
        return view(model, page, htmx);
    }

    @CanEditContacts
    @PostMapping("/contacts/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        ContactPage page = contacts.page(viewer, id);
        FieldForm<SaveContact> form = of(page, field).read(request);
        if (!form.errors().hasErrors()) {
            contacts.update(viewer, id, form.typed());
            return "redirect:/contacts/" + id;
        }
        return form.rejected(model, response, view(model, page, htmx));
    }

    private FieldForm<SaveContact> of(ContactPage page, String field) {
        return fields.of("contact", page.toInput(), custom.editable(ContactFields.NOUN, FIELDS), field);
    }

    private static String view(Model model, ContactPage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        model.addAttribute("ownerName", page.owner());
        model.addAttribute("customerName", page.customer());
        return Part.of(htmx, "customer/contact/field");
    }
}
