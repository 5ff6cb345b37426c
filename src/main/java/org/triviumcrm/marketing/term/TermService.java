package org.triviumcrm.marketing.term;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The words of marketing: methods of campaigns and categories of cost. */
@Service
public class TermService {

    private final TermRepository terms;
    private final Clock clock;

    TermService(TermRepository terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** Those that can be chosen, and the present one, retired or not. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, TermKind kind, @Nullable Long present) {
        return terms.findByKindOrderByPositionAscIdAsc(kind).stream()
                .filter(term -> term.isActive() || Objects.equals(term.getId(), present))
                .map(term -> new Option(term.getId(), term.getName()))
                .toList();
    }

    /** Whether it can be chosen. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean isChoice(Viewer viewer, TermKind kind, long id) {
        return terms.findByIdAndKind(id, kind).filter(Term::isActive).isPresent();
    }

    @CanManageTerms
    @Transactional(readOnly = true)
    List<Term> all(Viewer viewer, TermKind kind) {
        return terms.findByKindOrderByPositionAscIdAsc(kind);
    }

    @CanManageTerms
    @Transactional(readOnly = true)
    Term find(Viewer viewer, long id) {
        return terms.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageTerms
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, TermKind kind, String name, long exceptId) {
        return terms.findByKindAndNameIgnoreCase(kind, name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageTerms
    @Transactional
    public void create(Viewer viewer, TermKind kind, String name) {
        terms.save(new Term(kind, name, terms.countByKind(kind) + 1, clock.instant()));
    }

    @CanManageTerms
    @Transactional
    void update(Viewer viewer, long id, SaveTerm input) {
        Term term = find(viewer, id);
        EditConflict.refuseStale(Term.class, id, input.version(), term.getVersion());
        term.change(input.name(), input.active(), clock.instant());
    }
}
