/** What the responsible-AI part of Croissant asks of a dataset about people, of PRISM. */
export const responsible = {
  'rai:dataCollection':
    'An online survey of adults recruited through Prolific, then six conversations asked of each on an interface of the authors, in which up to four models answered the first message and people scored every reply from 1 to 100.',
  'rai:dataCollectionType': ['Surveys', 'Human feedback'],
  'rai:dataCollectionTimeframe': ['2023-11-22', '2023-12-22'],
  'rai:dataAnnotationProtocol':
    'The scores are the participants’ own: nobody annotated for others. The best reply of a turn goes on; ties were broken by chance.',
  'rai:annotatorDemographics': [
    'Age, gender, employment, education, marital status, religion, ethnicity, country of birth and of residence, English proficiency; each may be “Prefer not to say”.'
  ],
  'rai:dataLimitations': [
    'An opt-in sample, in English, of people with access to the internet: not whole countries. Most countries have fewer than 30 people.',
    'Models were assigned at random in the first turn only; later turns go on with the model that a person chose.',
    'Uses of language models were asked of those who had used one; some people never began a conversation.',
    'Topics come from machine clustering and a machine-written name; about a third of the first messages has none.'
  ],
  'rai:dataBiases': [
    'People use the scale of scores differently: raw scores mix that with preference.',
    'Two in five people were born in the US or the UK; people of 65 and over are few, as are people born in Asia and Africa.'
  ],
  'rai:personalSensitiveInformation': [
    'Gender',
    'Age',
    'Religion',
    'Ethnicity',
    'Geography',
    'Employment',
    'Free text'
  ],
  'rai:dataSocialImpact':
    'Shows whose preferences a model is made to serve. Do not try to find out who took part; people may ask for their answers to be removed, and copies should follow.',
  'rai:dataUseCases': ['Study of who wants what from language models', 'Preference modelling', 'Evaluation by group'],
  'rai:dataReleaseMaintenancePlan':
    'Kept by its authors at its public home; the Atlas is built on a stated version and says which.'
} as const;
