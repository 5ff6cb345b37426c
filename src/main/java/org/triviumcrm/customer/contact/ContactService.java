package org.triviumcrm.customer.contact;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomerBook.KnownContact;
import org.triviumcrm.customer.CustomerBook.UsedSince;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Contacts: read, create, change, delete. */
@Service
public class ContactService {

    private static final int CHOICES = 20;

    private final ContactRepository contacts;
    private final ContactPageRepository pages;
    private final Search search;
    private final Timelines timelines;
    private final People people;
    private final CustomFields fields;
    private final Clock clock;

    ContactService(
            ContactRepository contacts,
            ContactPageRepository pages,
            Search search,
            Timelines timelines,
            People people,
            CustomFields fields,
            Clock clock) {
        this.timelines = timelines;
        this.contacts = contacts;
        this.pages = pages;
        this.search = search;
        this.people = people;
        this.fields = fields;
        this.clock = clock;
    }

    @CanViewContacts
    @Transactional(readOnly = true)
    public ContactPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** Visible contacts found by any two characters, for a typed search; the first by name before anything is typed. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable String text) {
        return text == null || text.isBlank()
                ? pages.beginningWith(viewer, "", CHOICES)
                : search.choices(viewer, "contact", text, CHOICES).stream()
                        .map(hit -> new Option(hit.id(), hit.text()))
                        .toList();
    }

    /** Name of a visible customer, null for none. */
    @CanViewContacts
    @Transactional(readOnly = true)
    public @Nullable String customerName(Viewer viewer, @Nullable Long customerId) {
        return customerId == null ? null : pages.customerName(viewer, customerId);
    }

    @CanCreateContacts
    @Transactional
    public long create(Viewer viewer, SaveContact input) {
        requireVisibleCustomer(viewer, input.customerId());
        Long team = teamOf(viewer, input.ownerId(), null);
        Contact contact = new Contact(input, team, viewer.isJob() ? null : viewer.personId(), clock.instant());
        contact.keep(fields.read(viewer, ContactFields.NOUN, input.custom(), null));
        return contacts.saveAndFlush(contact).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditContacts
    @Transactional
    public void update(Viewer viewer, long id, SaveContact input) {
        Contact contact = load(viewer, id);
        EditConflict.refuseStale(Contact.class, id, input.version(), contact.getVersion());
        if (!Objects.equals(input.customerId(), contact.getCustomerId())) {
            requireVisibleCustomer(viewer, input.customerId());
        }
        contact.change(input, teamOf(viewer, input.ownerId(), contact), clock.instant());
        contact.keep(fields.read(viewer, ContactFields.NOUN, input.custom(), contact.getCustom()));
    }

    /** What was logged about it goes to the timeline of its customer, or with it when it has none. */
    @CanDeleteContacts
    @Transactional
    public void delete(Viewer viewer, long id) {
        Contact contact = load(viewer, id);
        timelines.handOver("contact", id, contact.getCustomerId());
        contacts.delete(contact);
        contacts.flush();
    }

    /** Visible ones with this e-mail address, whatever its case, or this telephone number as it is written. */
    @CanViewContacts
    @Transactional(readOnly = true)
    public List<KnownContact> with(Viewer viewer, @Nullable String email, @Nullable String phone) {
        return pages.with(viewer, email, phone);
    }

    /**
     * Takes back one that was added just now.
     *
     * @throws UsedSince when anything has been done with it
     */
    @CanCreateContacts
    @Transactional
    public void takeBack(Viewer viewer, long id) {
        Contact contact = load(viewer, id);
        if (contact.getVersion() > 0 || !timelines.isEmpty("contact", id)) {
            throw new UsedSince("contact");
        }
        try {
            contacts.delete(contact);
            contacts.flush();
        } catch (DataIntegrityViolationException e) {
            throw new UsedSince("contact");
        }
    }

    private Contact load(Viewer viewer, long id) {
        Contact contact = contacts.findById(id).orElseThrow(NotFound::new);
        if (!viewer.scope("contact").includes(contact.getOwnerId(), contact.getTeamId())) {
            throw new NotFound();
        }
        return contact;
    }

    private void requireVisibleCustomer(Viewer viewer, @Nullable Long customerId) {
        if (customerId != null && pages.customerName(viewer, customerId) == null) {
            throw new NotFound();
        }
    }

    private @Nullable Long teamOf(Viewer viewer, @Nullable Long ownerId, @Nullable Contact before) {
        if (ownerId == null) {
            return null;
        }
        boolean stays = before != null && ownerId.equals(before.getOwnerId());
        if (!stays
                && ownerId != viewer.personId()
                && !viewer.isJob()
                && !people.mayChoose(viewer, "contact", ownerId)) {
            throw new NotFound();
        }
        return people.find(ownerId).map(PersonRef::teamId).orElse(null);
    }
}
