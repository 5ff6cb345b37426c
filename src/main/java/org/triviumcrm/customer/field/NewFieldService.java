package org.triviumcrm.customer.field;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.customer.NewFields;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** Fields that are added on the way, with what is said of them later left as it begins. */
@Service
class NewFieldService implements NewFields {

    private final FieldMaker maker;

    NewFieldService(FieldMaker maker) {
        this.maker = maker;
    }

    @Override
    @SignedIn
    public boolean mayAdd(Viewer viewer) {
        return viewer.can("customer.field.manage");
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public int room(Viewer viewer, String noun) {
        return maker.room(noun);
    }

    @Override
    @CanManageFields
    @Transactional
    public List<String> add(Viewer viewer, String noun, List<Wish> wishes) {
        if (wishes.size() > maker.room(noun)) {
            throw new IllegalArgumentException("No room for " + wishes.size() + " fields of " + noun);
        }
        int first = maker.next(noun);
        return IntStream.range(0, wishes.size())
                .mapToObj(at -> maker.make(asked(noun, wishes.get(at), first + FieldMaker.APART * at)))
                .map(field -> FieldSpec.column(field.getKey()))
                .toList();
    }

    private static SaveField asked(String noun, Wish wish, int position) {
        if (wish.kind() == FieldKind.RECORD) {
            throw new IllegalArgumentException("What it leads to is not said");
        }
        boolean chinese = wish.name().codePoints().anyMatch(Character::isIdeographic);
        return new SaveField(
                noun,
                wish.kind(),
                null,
                chinese ? null : wish.name(),
                chinese ? wish.name() : null,
                null,
                null,
                false,
                null,
                false,
                wish.kind().isChosen(),
                true,
                position,
                null,
                null);
    }
}
