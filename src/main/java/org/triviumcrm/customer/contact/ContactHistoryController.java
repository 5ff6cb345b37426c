package org.triviumcrm.customer.contact;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a contact. */
@Controller
class ContactHistoryController {

    private final ContactService contacts;
    private final FieldHistory history;

    ContactHistoryController(ContactService contacts, FieldHistory history) {
        this.contacts = contacts;
        this.history = history;
    }

    @GetMapping("/contacts/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = contacts.page(viewer, id).name();
        return HistoryPage.of(model, request, "contacts", name, history.of("contact", id, HistoryPage.SIZE, locale));
    }
}
