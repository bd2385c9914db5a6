import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import './fonts.css'
import './colors.css'
import './prose.css'
import AccuracyByDepth from './components/AccuracyByDepth.vue'
import Conditions from './components/Conditions.vue'
import CostBar from './components/CostBar.vue'
import LabCard from './components/LabCard.vue'
import LessonHead from './components/LessonHead.vue'
import Predict from './components/Predict.vue'
import SiteLayout from './components/SiteLayout.vue'
import Transcript from './components/Transcript.vue'
import TreePicture from './components/TreePicture.vue'
import TwinTable from './components/TwinTable.vue'
import { playgrounds } from './playground/index.ts'
import Recall from './recall/Recall.vue'

const components = {
  AccuracyByDepth,
  Conditions,
  CostBar,
  LabCard,
  LessonHead,
  Predict,
  Recall,
  Transcript,
  TreePicture,
  TwinTable,
  ...playgrounds,
}

export default {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(components)) app.component(name, component)
  },
} satisfies Theme
