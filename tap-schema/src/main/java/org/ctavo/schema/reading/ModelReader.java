package org.ctavo.schema.reading;

import java.io.InputStream;
import java.nio.file.Path;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.ModelCheck;
import org.ctavo.schema.model.ModelFault;
import org.ctavo.schema.model.Problems;
import org.ctavo.schema.xml.XmlElement;
import org.ctavo.schema.xml.XmlTree;
import org.ctavo.spi.Fault;

/** Reads a data model, VO-DML 1.0 or XMI 2.x: the document says which it is. */
public final class ModelReader {
    private ModelReader() {}

    /**
     * Reads and checks a model.
     *
     * @throws Fault telling every problem with its line and element
     */
    public static Model read(Path file) {
        return model(XmlTree.read(file), String.valueOf(file.getFileName()));
    }

    /**
     * Reads and checks a model.
     *
     * @param source name of the document in messages
     * @throws Fault telling every problem with its line and element
     */
    public static Model read(InputStream in, String source) {
        return model(XmlTree.read(in, source), source);
    }

    private static Model model(XmlElement root, String source) {
        Problems problems = new Problems(source);
        Model model =
                switch (root.name()) {
                    case "model" -> new VodmlReader(problems).model(root);
                    case "XMI", "Model" -> new XmiReader(problems).model(root);
                    default -> throw new Fault(
                            ModelFault.NOT_A_MODEL,
                            source + ", line " + root.line() + ": element " + root.name()
                                    + " begins neither a VO-DML model (model) nor a UML model (XMI).");
                };
        // Names that are missing would be told again as references that lead nowhere.
        problems.raise();
        ModelCheck.check(model, problems);
        problems.raise();
        return model;
    }
}
