package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.pipeline.Stage;

/** Where an opportunity stands on the path of its stages. In templates {@code @stagePath}. */
@Component("stagePath")
public class StagePath {

    public int position(List<Stage> stages, long stageId) {
        return stages.stream()
                .filter(stage -> stage.getId() == stageId)
                .mapToInt(Stage::getPosition)
                .findFirst()
                .orElse(0);
    }
}
