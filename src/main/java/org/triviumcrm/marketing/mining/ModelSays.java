package org.triviumcrm.marketing.mining;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.shared.list.ColumnType;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListColumnSource;
import org.triviumcrm.shared.list.ListReader;

/** What the model says of open leads, as a column of their list; there is none while no model is shown. */
@Component
class ModelSays implements ListColumnSource {

    private final ShownModelRepository shown;

    ModelSays(ShownModelRepository shown) {
        this.shown = shown;
    }

    @Override
    public List<ListColumn> columns(String noun, ListReader reader) {
        return noun.equals(MiningQuestion.LEAD) && shown.says()
                ? List.of(ListColumn.of("chance", ColumnType.PERCENT, "l.chance")
                        .titled("marketing.mining.says")
                        .sortable()
                        .filterable()
                        .shown())
                : List.of();
    }
}
