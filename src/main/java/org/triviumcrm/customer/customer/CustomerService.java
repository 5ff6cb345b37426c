package org.triviumcrm.customer.customer;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomerBook.UsedSince;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Customers: read, create, change, delete. */
@Service
public class CustomerService {

    private static final int CHOICES = 20;

    private final CustomerRepository customers;
    private final CustomerPageRepository pages;
    private final Search search;
    private final Timelines timelines;
    private final People people;
    private final CustomFields fields;
    private final Clock clock;

    CustomerService(
            CustomerRepository customers,
            CustomerPageRepository pages,
            Search search,
            Timelines timelines,
            People people,
            CustomFields fields,
            Clock clock) {
        this.timelines = timelines;
        this.customers = customers;
        this.pages = pages;
        this.search = search;
        this.people = people;
        this.fields = fields;
        this.clock = clock;
    }

    @CanViewCustomers
    @Transactional(readOnly = true)
    public CustomerPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** The companies that belong to this one. */
    @CanViewCustomers
    @Transactional(readOnly = true)
    public Related<Option> children(Viewer viewer, long id) {
        return pages.children(viewer, id);
    }

    /** The people there. */
    @CanViewCustomers
    @Transactional(readOnly = true)
    public Related<Option> contacts(Viewer viewer, long id) {
        return pages.contacts(viewer, id);
    }

    /** Visible customers found by any two characters, for a typed search; the first by name before anything is typed. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable String text) {
        return text == null || text.isBlank()
                ? pages.beginningWith(viewer, "", CHOICES)
                : search.choices(viewer, "customer", text, CHOICES).stream()
                        .map(hit -> new Option(hit.id(), hit.name()))
                        .toList();
    }

    /** Visible customers that may be the same as one of this name. */
    @CanCreateCustomers
    @Transactional(readOnly = true)
    public List<Option> similar(Viewer viewer, @Nullable String name) {
        return alike(viewer, name);
    }

    /** The same for somebody who looks for one that is there. */
    @CanViewCustomers
    @Transactional(readOnly = true)
    public List<Option> alike(Viewer viewer, @Nullable String name) {
        return name == null || name.strip().length() < 3 ? List.of() : pages.beginningWith(viewer, firstWord(name), 5);
    }

    /**
     * Takes back one that was added just now.
     *
     * @throws UsedSince when anything has been done with it
     */
    @CanCreateCustomers
    @Transactional
    public void takeBack(Viewer viewer, long id) {
        Customer customer = load(viewer, id);
        if (customer.getVersion() > 0 || !timelines.isEmpty("customer", id)) {
            throw new UsedSince("customer");
        }
        try {
            customers.delete(customer);
            customers.flush();
        } catch (DataIntegrityViolationException e) {
            throw new UsedSince("customer");
        }
    }

    @CanCreateCustomers
    @Transactional
    public long create(Viewer viewer, SaveCustomer input) {
        Long team = teamOf(viewer, input.ownerId(), null);
        requireVisibleParent(viewer, input.parentId());
        Customer customer = new Customer(input, team, viewer.isJob() ? null : viewer.personId(), clock.instant());
        customer.keep(fields.read(viewer, CustomerFields.NOUN, input.custom(), null));
        return customers.saveAndFlush(customer).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditCustomers
    @Transactional
    public void update(Viewer viewer, long id, SaveCustomer input) {
        Customer customer = load(viewer, id);
        EditConflict.refuseStale(Customer.class, id, input.version(), customer.getVersion());
        Long team = teamOf(viewer, input.ownerId(), customer);
        if (!Objects.equals(input.parentId(), customer.getParentId())) {
            requireVisibleParent(viewer, input.parentId());
        }
        customer.change(input, team, clock.instant());
        customer.keep(fields.read(viewer, CustomerFields.NOUN, input.custom(), customer.getCustom()));
    }

    /** Whether the parent would be the company itself or one below it. */
    @CanEditCustomers
    @Transactional(readOnly = true)
    public boolean isBelow(Viewer viewer, long id, @Nullable Long parentId) {
        return parentId != null && pages.isAbove(id, parentId);
    }

    /** @throws DataIntegrityViolationException while contacts, opportunities or subsidiaries belong to it */
    @CanDeleteCustomers
    @Transactional
    public void delete(Viewer viewer, long id) {
        Customer customer = load(viewer, id);
        timelines.handOver("customer", id, null);
        customers.delete(customer);
        customers.flush();
    }

    private Customer load(Viewer viewer, long id) {
        Customer customer = customers.findById(id).orElseThrow(NotFound::new);
        if (!viewer.scope("customer").includes(customer.getOwnerId(), customer.getTeamId())) {
            throw new NotFound();
        }
        return customer;
    }

    private void requireVisibleParent(Viewer viewer, @Nullable Long parentId) {
        if (parentId != null) {
            page(viewer, parentId);
        }
    }

    private @Nullable Long teamOf(Viewer viewer, @Nullable Long ownerId, @Nullable Customer before) {
        if (ownerId == null) {
            return null;
        }
        boolean stays = before != null && ownerId.equals(before.getOwnerId());
        if (!stays
                && ownerId != viewer.personId()
                && !viewer.isJob()
                && !people.mayChoose(viewer, "customer", ownerId)) {
            throw new NotFound();
        }
        return people.find(ownerId).map(PersonRef::teamId).orElse(null);
    }

    private static String firstWord(String name) {
        String first = name.strip().split("\\s+")[0];
        return first.length() < 3 ? name.strip() : first;
    }
}
